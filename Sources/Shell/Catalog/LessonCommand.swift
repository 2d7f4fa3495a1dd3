package import Diagnostics
import Query
import Rendering
package import Syntax

/// `lesson`, `lesson celebrity`: lists the lessons, or plays one.
package struct LessonCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .lesson(let name) = statement else { return nil }
    guard let name else {
      conversation.listLessons()
      return .done
    }
    let wanted = name.text.lowercased()
    let byNumber = Int(wanted).flatMap { number in
      Lesson.all.indices.contains(number - 1) ? Lesson.all[number - 1] : nil
    }
    guard let lesson = byNumber ?? Lesson.all.first(where: { $0.name == wanted }) else {
      let names = Lesson.all.map(\.name)
      let clear = NearestName.clear(for: wanted, among: names)
      throw Diagnostics([
        Diagnostic(
          .unknownName,
          "no lesson is called `\(name.text)`",
          at: conversation.source.place(of: name.range),
          fix: clear.map { Diagnostic.Fix(range: name.range, replacement: $0) },
          choices: clear == nil ? names : []
        )
      ])
    }
    return conversation.begin(lesson)
  }
}

extension Conversation {
  fileprivate func listLessons() {
    var page = self.page
    page.add(
      paragraph: """
        Lessons: some minutes each, on people that Kith carries with it. The session is left as it \
        is.
        """
    )
    page.add(paragraph: "")
    page.add(list: Lesson.all.map { ("lesson \($0.name)", $0.title) })
    page.add(paragraph: "")
    page.add(paragraph: "`lesson \(Lesson.all.first?.name ?? "NAME")` is a good one to begin with.")
    write(page)
  }
}
