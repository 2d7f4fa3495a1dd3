import Examples

/// A lesson: a script whose comments are the text.
///
/// Blank lines part it into blocks. In a block the comments come first, `--` alone parts their
/// paragraphs, and the statements stand below. The first block has two paragraphs, the title and what
/// the lesson is about, and the statements that bring the data. Each further block is a step: what
/// it says, then what it asks. A step whose text has `try:` is an exercise: the statements below are
/// an answer, every `expect` says what holds behind a right one (`those` are the people of its table),
/// `hint:` helps, and `not:` is a wrong answer, for the tests.
package struct Lesson: Sendable {
  /// A step: something said, and something asked or tried.
  package struct Step: Sendable {
    /// What it says, paragraph by paragraph.
    package let text: [String]
    /// What it asks: statements; of an exercise, a right answer.
    package let questions: [String]
    /// What is to be tried; nil where the lesson itself asks.
    package let exercise: Exercise?
  }

  /// What is to be tried.
  package struct Exercise: Sendable {
    /// What helps; "" where nothing is said.
    package let hint: String
    /// Statements that hold behind a right answer, and fail behind a wrong one.
    package let checks: [String]
    /// A wrong answer.
    package let wrong: String
  }

  /// What it is called for.
  package let name: String
  /// What it says above all.
  package let title: String
  /// What it is about, in a sentence or two.
  package let summary: String
  /// The statements that bring the data.
  package let opening: [String]
  /// The steps, in order.
  package let steps: [Step]

  /// A lesson from its text; its name is that of the file without the number in front.
  package init(file: String, text: String) {
    let stem = file.split(separator: "/").last?.split(separator: ".").first ?? ""
    name = String(stem.drop { $0.isNumber || $0 == "-" })
    var blocks = Block.all(in: text)
    let head = blocks.isEmpty ? Block() : blocks.removeFirst()
    title = head.paragraphs.first ?? ""
    summary = head.paragraphs.dropFirst().first ?? ""
    opening = head.statements
    steps = blocks.map(Step.init)
  }
}

extension Lesson {
  /// The folder of the lessons.
  package static let folder = Examples.prefix + "lessons"

  /// The lessons that the program carries, in their order.
  package static let all = Examples.names(in: folder).map { file in
    Lesson(file: file, text: Examples.text(at: file)?.description ?? "")
  }
}

extension Lesson.Step {
  fileprivate init(_ block: Lesson.Block) {
    var text: [String] = []
    var (hint, wrong) = ("", "")
    var isExercise = false
    for paragraph in block.paragraphs {
      if let tried = paragraph.after("try: ") {
        isExercise = true
        text.append(tried)
      } else if let helpful = paragraph.after("hint: ") {
        hint = helpful
      } else if let mistaken = paragraph.after("not: ") {
        wrong = mistaken
      } else {
        text.append(paragraph)
      }
    }
    let checks = isExercise ? block.statements.filter { $0.hasPrefix("expect ") } : []
    self.text = text
    questions = block.statements.filter { !checks.contains($0) }
    exercise = isExercise ? Lesson.Exercise(hint: hint, checks: checks, wrong: wrong) : nil
  }
}

extension Lesson {
  /// The lines between two blank ones.
  fileprivate struct Block {
    var paragraphs: [String] = []
    var statements: [String] = []

    /// The blocks of a text, in order.
    static func all(in text: String) -> [Block] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .split { $0.allSatisfy(\.isWhitespace) }.map { lines in Block(lines) }
    }

    init() {}

    private init(_ lines: ArraySlice<Substring>) {
      var startsParagraph = true
      for line in lines {
        if line.hasPrefix("--") {
          let words = String(line.dropFirst(2).drop { $0 == " " })
          let isLabel = ["try: ", "hint: ", "not: "].contains { words.hasPrefix($0) }
          if words.isEmpty {
            startsParagraph = true
          } else if startsParagraph || isLabel {
            paragraphs.append(words)
            startsParagraph = false
          } else {
            paragraphs[paragraphs.count - 1] += " " + words
          }
        } else if line.first == " ", !statements.isEmpty {
          statements[statements.count - 1] += "\n" + line
        } else {
          statements.append(String(line))
        }
      }
    }
  }
}

extension String {
  /// What stands behind a beginning; nil where it begins otherwise.
  fileprivate func after(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}

/// A lesson that is being played.
struct LessonPlay {
  /// What may be said in a lesson besides statements.
  enum Word: String, CaseIterable {
    /// An empty line goes on, too.
    case next
    case back, skip, hint, leave, quit

    /// The word a line is; nil for a statement.
    init?(_ line: String) {
      let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      self.init(rawValue: word.isEmpty ? Word.next.rawValue : word)
    }
  }

  /// The lesson.
  let lesson: Lesson
  /// The session as it was before.
  let kept: Session
  /// The place of the step at hand, from 0.
  var place = 0

  /// The step at hand.
  var step: Lesson.Step { lesson.steps[place] }
}
