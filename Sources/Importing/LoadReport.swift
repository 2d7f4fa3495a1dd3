import Graph
import Values

/// What became of a file: the answer to `load`.
package struct LoadReport: Sendable, Hashable {
  /// A row that was not taken, where it stands and why.
  package struct Refusal: Sendable, Hashable {
    /// The line in the file, from 1.
    package let line: Int
    /// The column (character) in that line, from 1.
    package let column: Int
    /// Why, in a few words.
    package let reason: String

    /// A row that was not taken.
    package init(line: Int, column: Int, reason: String) {
      self.line = line
      self.column = column
      self.reason = reason
    }
  }

  /// Counts and their names, in the order to show them: ("rows", 17), ("people", 8, ...).
  package struct Count: Sendable, Hashable {
    /// What is counted: "rows read", "new people", "ties", "duplicates left out".
    package let name: String
    /// How many.
    package let count: Int

    /// A named count.
    package init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// The file as it was named.
  package var file: String
  /// What was counted, in the order to show it; zeros that say nothing are left out.
  package var counts: [Count]
  /// The first rows that were refused.
  package var refusals: [Refusal]
  /// One row of the file as a sentence that shows the direction: `@6 trusts @2 with 0.4`.
  package var sentence: String
  /// Further sentences: how weights were scaled, which columns were left unread.
  package var notes: [String]

  /// A report.
  package init(
    file: String,
    counts: [Count] = [],
    refusals: [Refusal] = [],
    sentence: String = "",
    notes: [String] = []
  ) {
    self.file = file
    self.counts = counts
    self.refusals = refusals
    self.sentence = sentence
    self.notes = notes
  }

  /// The count of that name; 0 where it is not there.
  package subscript(name: String) -> Int { counts.first { $0.name == name }?.count ?? 0 }
}

/// How things are written in a `load` line and in sentences about what was loaded.
enum LoadLine {
  /// A column's name: bare where it can be, else in quotes.
  static func column(_ name: String) -> String {
    isBare(name) ? name : "\"\(name)\""
  }

  /// A person: `@ann`, `@"Ann Lee"`.
  static func person(_ handle: String) -> String {
    let handle = handle.shortened
    return isBare(handle) ? "@\(handle)" : "@\"\(handle)\""
  }

  /// A topic: `#yoga`, `#"hot yoga"`.
  static func topic(_ name: String) -> String {
    let name = name.shortened
    return isBare(name) ? "#\(name)" : "#\"\(name)\""
  }

  private static func isBare(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_"
      }
  }
}

extension Double {
  /// The shortest text that reads back the same, without `.0`.
  var shortText: String {
    let text = String(self)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension String {
  /// As much of a value as a sentence has room for.
  ///
  /// Complexity: O(1), however long the value is.
  var shortened: String {
    let limit = 60
    guard utf8.count > limit else { return self }
    return String(prefix(limit)) + "…"
  }
}

extension PersonNames {
  /// What to say of handles that look the same and are different: written once with letters that
  /// carry their accents and once with accents of their own; nil where none of those from a number
  /// on is one.
  ///
  /// Complexity: O(bytes of the handles from there on); of all handles where any of them has more
  /// than ASCII.
  func noteOnTwins(behind known: Int) -> String? {
    guard hasAccents(from: known) else { return nil }
    // Texts that are canonically the same are equal, whatever their bytes are.
    var spellings: [String: PersonID] = [:]
    var twins: [String] = []
    for person in 0..<UInt32(count) where handles.beginning(of: person) == nil {
      let handle = self[person]
      if spellings.updateValue(person, forKey: handle) != nil, person >= UInt32(known) {
        twins.append(handle)
      }
    }
    guard let first = twins.min() else { return nil }
    let count = Tally.text(twins.count, "handles")
    let verb = twins.count == 1 ? "looks" : "look"
    return
      "\(count) \(verb) like another and \(twins.count == 1 ? "is" : "are") different, with an "
      + "accent written as a mark of its own: \"\(first)\" is two people; `load aliases` makes them one"
  }

  /// Whether a handle from a number on has more than ASCII.
  private func hasAccents(from known: Int) -> Bool {
    guard known < count else { return false }
    var all: UInt8 = 0
    for byte in handles.bytes[Int(handles.starts[known])...] { all |= byte }
    return all >= 0x80
  }
}
