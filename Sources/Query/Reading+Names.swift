import Syntax

extension Reading {
  /// A person, as typed: `@ann`, or `@"Ann Lee"` where the handle needs quotes.
  package static func handle(_ handle: String) -> String { Quoted.person(handle) }

  /// A topic, as typed: `#yoga`, or `topic "hot yoga"`.
  package static func topic(_ name: String) -> String { Quoted.topic(name) }

  /// A name that may be bare, in quotes where it must.
  package static func bare(_ name: String) -> String {
    let words = name.split(separator: " ")
    let isPlain =
      !words.isEmpty
      && words.allSatisfy { Quoted.reads(String($0), as: .word, String($0)) }
      && words.allSatisfy { !Grammar.reservedWords.contains($0.lowercased()) }
      && words.joined(separator: " ") == name
    return isPlain ? name : quoted(name)
  }

  /// A text in quotes.
  package static func quoted(_ text: String) -> String { Quoted.text(text) }

  /// A number as typed: the shortest text without an exponent that reads as the same number.
  package static func literal(_ number: Double, _ isPercentage: Bool) -> String {
    guard isPercentage else { return plain(number) }
    let hundredfold = number * 100
    let rounded = (hundredfold * 1e9).rounded() / 1e9
    return plain(rounded / 100 == number ? rounded : hundredfold) + "%"
  }

  private static func plain(_ number: Double) -> String {
    if number.rounded() == number, abs(number) < 1e15 { return String(Int(number)) }
    let text = "\(number)"
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
    else { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let mantissa = text[..<mark].filter { $0 != "-" }
    let whole = mantissa.prefix { $0 != "." }
    let digits = mantissa.filter { $0 != "." }
    let point = whole.count + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count {
      return sign + digits + String(repeating: "0", count: point - digits.count)
    }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }
}
