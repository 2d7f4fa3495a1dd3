/// A number of things in words: `1 person`, `2,000 people`.
package enum Tally {
  /// The number and its noun, which is given in the plural.
  package static func text(_ count: Int, _ plural: String) -> String {
    "\(digits(count)) \(count == 1 ? singular(of: plural) : plural)"
  }

  /// The number and a phrase about several things, one of which it may be: `1 row refused`.
  package static func phrase(_ count: Int, _ plural: String) -> String {
    guard count == 1 else { return "\(digits(count)) \(plural)" }
    let verbs: Set = ["dropped", "read", "refused", "added", "up", "new", "with", "left", "out"]
    let words = plural.split(separator: " ").map(String.init)
    return "1 " + words.map { verbs.contains($0) ? $0 : singular(of: $0) }.joined(separator: " ")
  }

  /// The number with commas between its thousands: for reading in a sentence, never for a cell.
  package static func digits(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    var grouped = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }

  private static let oddSingulars = [
    "people": "person", "ties": "tie", "aliases": "alias", "vouches": "vouch",
    "self-ties": "self-tie",
  ]

  /// One of what the plural names: `person` for `people`, `country` for `countries`.
  package static func singular(of plural: String) -> String {
    if let odd = oddSingulars[plural] { return odd }
    if plural.hasSuffix("ies") { return plural.dropLast(3) + "y" }
    if plural.hasSuffix("s"), !plural.hasSuffix("ss") { return String(plural.dropLast()) }
    return plural
  }
}
