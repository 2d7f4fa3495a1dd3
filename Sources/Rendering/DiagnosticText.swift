package import Diagnostics

/// Diagnostics for a person: what, where, the line with its mark, a fix, what could stand there.
package enum DiagnosticText {
  /// The lines of what could stand there, at most.
  private static let linesOfChoices = 2

  /// A diagnostic in the house style; without a line feed at the end.
  ///
  /// - Parameters:
  ///   - diagnostic: what is to be told.
  ///   - fixCommand: whether the command `fix` would apply the fix, so that it can be named.
  ///   - width: the columns of the terminal; only the line with a file's long path may be wider.
  /// - Returns: the text.
  package static func render(
    _ diagnostic: Diagnostic,
    fixCommand: Bool,
    width: Int = 80
  ) -> String {
    var lines = ["\(diagnostic.severity.rawValue) \(diagnostic.code.rawValue)"]
    if let place = diagnostic.place { lines[0] += " at \(Escaping.visible(place.description))" }
    lines += paragraph(diagnostic.message, width: width)
    if let place = diagnostic.place, let excerpt = place.excerpt {
      lines += quoted(excerpt, of: place, width: width)
    }
    if let fix = diagnostic.fix {
      let command = fixCommand ? " (`fix` runs it)" : ""
      lines += paragraph("fix: \(words(for: fix, of: diagnostic))\(command)", width: width)
    }
    lines += choices(of: diagnostic, width: width)
    for note in diagnostic.notes { lines += paragraph(note, width: width) }
    return lines.joined(separator: "\n")
  }

  /// Several diagnostics, one below the other.
  package static func render(
    _ diagnostics: Diagnostics,
    fixCommand: Bool,
    width: Int = 80
  ) -> String {
    diagnostics.all
      .map { render($0, fixCommand: fixCommand, width: width) }
      .joined(separator: "\n")
  }

  /// A diagnostic on one line, in words alone, for who listens instead of looking; without a line
  /// feed at the end.
  package static func line(_ diagnostic: Diagnostic) -> String {
    var head = "\(diagnostic.severity.rawValue) \(diagnostic.code.rawValue)"
    if let place = diagnostic.place {
      head += " in \(place.file), line \(place.line), column \(place.column)"
    }
    var parts = ["\(head): \(diagnostic.message)"]
    if let fix = diagnostic.fix { parts.append("fix: \(words(for: fix, of: diagnostic))") }
    if !diagnostic.choices.isEmpty {
      parts.append("\(diagnostic.choicesLabel): " + diagnostic.choices.joined(separator: ", "))
    }
    return Escaping.visible((parts + diagnostic.notes).joined(separator: "; "))
  }

  private static func paragraph(_ text: String, width: Int) -> [String] {
    Paragraph.wrap(Escaping.visible(text), width: width, indent: 2, hanging: 4)
  }

  private static func quoted(_ excerpt: String, of place: Place, width: Int) -> [String] {
    let number = String(place.line)
    let gutter = "  " + String(repeating: " ", count: number.utf8.count) + " |"
    let drawn = Excerpt(excerpt, marked: place.marked, width: width - gutter.utf8.count - 1)
    return [
      gutter,
      drawn.text.isEmpty ? "  \(number) |" : "  \(number) | \(drawn.text)",
      "\(gutter) \(drawn.underline)",
    ]
  }

  /// The replacement; where that is nothing, what is to be left out.
  private static func words(for fix: Diagnostic.Fix, of diagnostic: Diagnostic) -> String {
    guard fix.replacement.isEmpty else { return fix.replacement }
    guard let place = diagnostic.place, let excerpt = place.excerpt else { return "leave it out" }
    let marked = excerpt.dropFirst(place.marked.lowerBound).prefix(place.marked.count)
    return marked.isEmpty ? "leave it out" : "leave out `\(marked)`"
  }

  /// The choices behind their label, best first; what does not fit on two lines is counted.
  private static func choices(of diagnostic: Diagnostic, width: Int) -> [String] {
    guard !diagnostic.choices.isEmpty else { return [] }
    var shown = diagnostic.choices.map(Escaping.visible)
    shown[0] = "\(diagnostic.choicesLabel): \(shown[0])"
    var left = 0
    while true {
      let parts = left == 0 ? shown : shown + ["and \(left) more"]
      let lines = Paragraph.lines(
        of: parts,
        joint: " · ",
        width: width,
        indent: 2,
        hanging: 4
      )
      if lines.count <= linesOfChoices || shown.count == 1 { return lines }
      shown.removeLast()
      left += 1
    }
  }
}
