/// What one press of Tab does.
package enum CompletionStep: Sendable, Hashable {
  /// Puts `text` in place of the `count` code points before the cursor.
  case replace(count: Int, text: String)
  /// Shows the choices.
  case list([LineChoice])
  /// Nothing fits.
  case nothing

  private static let closers: Set<Character> = [")", "]", "}", ",", ";", "|", " ", "\n"]
  private static let openers: Set<Character> = ["(", "/", " "]

  /// The step for a buffer, a cursor in UTF-8 bytes, and what the language offers there.
  ///
  /// As much as all choices that carry on what is typed agree on is inserted; when that gains nothing
  /// and there are several, they are listed.
  package init(_ completion: LineCompletion, in buffer: String, cursor: Int, onlyList: Bool) {
    guard let first = completion.choices.first else {
      self = .nothing
      return
    }
    if onlyList {
      self = .list(completion.choices)
      return
    }
    let endOffset = min(cursor, buffer.utf8.count)
    let fromOffset = min(max(0, completion.replaceFrom), endOffset)
    let end = buffer.utf8.index(buffer.startIndex, offsetBy: endOffset)
    let from = buffer.utf8.index(buffer.startIndex, offsetBy: fromOffset)
    let typed = String(buffer[from..<end])
    if completion.choices.count == 1 {
      let text = first.text + Self.gap(after: first.text, before: buffer[end...])
      self = text == typed ? .nothing : .replace(count: typed.unicodeScalars.count, text: text)
      return
    }
    let fitting = completion.choices.map(\.text).filter { Self.carriesOn(typed, with: $0) }
    let shared = Self.sharedBeginning(fitting)
    self =
      shared != typed && Self.carriesOn(typed, with: shared)
      ? .replace(count: typed.unicodeScalars.count, text: shared) : .list(completion.choices)
  }

  private static func sharedBeginning(_ texts: [String]) -> String {
    var shared = Substring(texts.first ?? "")
    for text in texts {
      shared = shared.prefix(zip(shared, text).prefix { $0 == $1 }.count)
    }
    return String(shared)
  }

  /// Choices may be found by their middle or in quotes; what they share must not undo the typing.
  private static func carriesOn(_ typed: String, with shared: String) -> Bool {
    let plain = shared.lowercased().drop { "\"'`@#".contains($0) }
    let wanted = typed.lowercased().drop { "\"'`@#".contains($0) }
    return shared.count >= typed.count && plain.hasPrefix(wanted)
  }

  private static func gap(after text: String, before rest: Substring) -> String {
    if let last = text.last, openers.contains(last) { return "" }
    if let next = rest.first, closers.contains(next) { return "" }
    return " "
  }
}
