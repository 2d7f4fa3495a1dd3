import Diagnostics
import TestSupport
import Testing

/// What someone may have meant.
struct NearestNameTests {
  private static let measures = [
    "followers", "klout score", "pagerank", "reach", "audience overlap", "trust received",
    "mentions",
  ]

  @Test(arguments: [
    ("pagernk", ["pagerank"]), ("PageRank", ["pagerank"]), ("folowers", ["followers"]),
    ("mentoins", ["mentions"]), ("raech", ["reach"]), ("klout scroe", ["klout score"]),
    ("xyzzy", []), ("", []), ("trust", []),
  ])
  func `close names are found, far ones are not`(_ typed: String, _ names: [String]) {
    #expect(NearestName.candidates(for: typed, among: Self.measures) == names)
  }

  @Test func `the closest come first, equals by name, and no more than asked for`() {
    let names = ["cart", "bart", "card", "cat", "carts", "care", "dog"]
    #expect(
      NearestName.candidates(for: "cart", among: names, limit: 9)
        == ["cart", "bart", "card", "care", "carts", "cat"]
    )
    #expect(NearestName.candidates(for: "cart", among: names) == ["cart", "bart", "card"])
    #expect(NearestName.candidates(for: "cart", among: names, limit: 0) == [])
  }

  @Test func `a name that comes twice is one candidate, and still clear`() {
    #expect(NearestName.candidates(for: "raech", among: ["reach", "reach"]) == ["reach"])
    #expect(NearestName.clear(for: "raech", among: ["reach", "reach"]) == "reach")
  }

  @Test func `clear is what is closer than all others`() {
    #expect(NearestName.clear(for: "reech", among: Self.measures) == "reach")
    #expect(NearestName.clear(for: "cat", among: ["car", "bat"]) == nil)
    #expect(NearestName.clear(for: "cats", among: ["cats", "bats"]) == "cats")
    #expect(NearestName.clear(for: "zzz", among: Self.measures) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3),
    ("weigthed", "weighted", 1), ("é", "e", 1), ("日本", "日本語", 1),
  ])
  func `distances`(_ left: String, _ right: String, _ expected: Int) {
    #expect(distance(left, right) == expected)
  }

  @Test func `the distance is one: symmetric, 0 for equals alone, bounded`() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<2000 {
      let (one, two, three) = (word(&random), word(&random), word(&random))
      let there = distance(one, two)
      #expect(there == distance(two, one))
      #expect((there == 0) == (one == two))
      #expect(there >= abs(one.count - two.count) && there <= max(one.count, two.count))
      // Swaps break the triangle, but by no more than what they save: a swap is two edits.
      #expect(distance(one, three) <= 2 * (there + distance(two, three)))
    }
  }

  @Test func `the distance is what trying every edit gives`() {
    var random = SeededRandom(seed: 4)
    for _ in 0..<300 {
      let (one, two) = (word(&random), word(&random))
      #expect(distance(one, two) == slow(Array(one)[...], Array(two)[...]), "\(one) \(two)")
    }
  }

  private func distance(_ left: String, _ right: String) -> Int {
    NearestName.distance(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  private func word(_ random: inout SeededRandom) -> String {
    String(
      (0..<Int.random(in: 0...5, using: &random)).map { _ in
        "abc".randomElement(using: &random) ?? "a"
      }
    )
  }

  /// The distance by its definition, without a table.
  private func slow(_ left: ArraySlice<Character>, _ right: ArraySlice<Character>) -> Int {
    guard let first = left.first, let other = right.first else {
      return max(left.count, right.count)
    }
    let (rest, others) = (left.dropFirst(), right.dropFirst())
    var best = min(slow(rest, right) + 1, slow(left, others) + 1)
    best = min(best, slow(rest, others) + (first == other ? 0 : 1))
    if let second = rest.first, first == others.first, second == other {
      best = min(best, slow(rest.dropFirst(), others.dropFirst()) + 1)
    }
    return best
  }
}
