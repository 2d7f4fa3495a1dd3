/// Something the user should be told: what, where, and what would mend it.
///
/// The words here are final; how they are laid out on a screen is `Rendering`'s business. Messages
/// use the user's words, have no second person and no parser's jargon.
package struct Diagnostic: Error, Sendable, Hashable {
  /// How much it matters.
  package enum Severity: String, Sendable {
    case error, warning, note
  }

  /// A repair that can be applied as it is: these bytes of the statement become this text.
  package struct Fix: Sendable, Hashable {
    /// The bytes of the statement's source to replace.
    package let range: Range<Int>
    /// What to put there.
    package let replacement: String

    /// A repair of one range.
    package init(range: Range<Int>, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// How much it matters.
  package var severity: Severity
  /// A stable code, such as `unknown-name`, to look up and to test for.
  package var code: DiagnosticCode
  /// One sentence, lower case, without a full stop.
  package var message: String
  /// Where it is, if it is anywhere.
  package var place: Place?
  /// The one repair that is clearly right.
  package var fix: Fix?
  /// What could stand there instead, best first; a few, or all when there are few.
  package var choices: [String]
  /// What stands before the choices: "choices", or "here could stand".
  package var choicesLabel: String
  /// Further sentences, each on its own line.
  package var notes: [String]

  /// A message to a person.
  package init(
    _ code: DiagnosticCode,
    _ message: String,
    at place: Place? = nil,
    severity: Severity = .error,
    fix: Fix? = nil,
    choices: [String] = [],
    choicesLabel: String = "choices",
    notes: [String] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.fix = fix
    self.choices = choices
    self.choicesLabel = choicesLabel
    self.notes = notes
  }
}

/// Several diagnostics at once: all that is wrong with one statement or one file.
package struct Diagnostics: Error, Sendable, Hashable {
  /// At least one, in the order of their places.
  package let all: [Diagnostic]

  /// All that is wrong, first place first.
  package init(_ all: [Diagnostic]) {
    self.all = all
  }

  /// All that is wrong with one text, put in the order of places; what has no place comes first.
  package init(sorting all: [Diagnostic]) {
    func position(_ diagnostic: Diagnostic) -> (line: Int, column: Int) {
      (diagnostic.place?.line ?? 0, diagnostic.place?.column ?? 0)
    }
    self.all = all.sorted { position($0) < position($1) }
  }
}
