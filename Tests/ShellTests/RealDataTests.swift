import Shell
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The headline question on real people, and on the village, beside another way to work it out.
@Suite struct RealDataTests {
  /// How interests are read from the ratings, and what they then are.
  enum Interest: String, CaseIterable, Sendable {
    /// The last rating of each category, of five.
    case stated = "weight = rating, scale = 5"
    /// How much was rated in a category, relative to the keenest.
    case counted = "count = rating"
  }

  @Test(
    .enabled(if: Places.sharedData != nil, "the shared data sets are not beside the checkout"),
    arguments: Interest.allCases
  )
  func `ciao: whose trusting audience rates a category`(_ interest: Interest) throws {
    let folder = try #require(Places.sharedData) + "/ciao"
    let talk = Talk([
      "load trust from \"\(folder)/trust.tsv\"", "load follows from \"\(folder)/trust.tsv\"",
      "load interests from \"\(folder)/rating.tsv\" (topic = category, \(interest.rawValue))",
    ])
    let ties = rows(of: "\(folder)/trust.tsv").map { ($0[0], $0[1]) }
    let interests = interests(rows(of: "\(folder)/rating.tsv"), interest)
    var audiences: [String: Set<String>] = [:]
    for (truster, trusted) in ties where truster != trusted {
      audiences[trusted, default: []].insert(truster)
    }
    for category in ["6", "11", "28"] {
      let question = "audience overlap with topic \(category) weighted by trust"
      check([question], in: talk, expect: .says(["interest >= 0.5"]))
      let people = cells(1, of: talk.results)
      #expect(people.count == 7_375)
      let overlaps = column(2, of: talk.results)
      let expected = column(4, of: talk.results)
      let shared = column(5, of: talk.results)
      var wrong = 0
      for (row, person) in people.enumerated() {
        let audience = audiences[person] ?? []
        let interest = audience.map { interests[category]?[$0] ?? 0 }
        let count = interest.count { $0 >= 0.5 }
        let overlap = audience.isEmpty ? nil : Double(count) / Double(audience.count)
        let isRight =
          agree(overlaps[row], overlap) && agree(expected[row], interest.reduce(0, +))
          && agree(shared[row], Double(count))
        if !isRight { wrong += 1 }
      }
      #expect(wrong == 0, "\(wrong) of \(people.count) in category \(category)")
      let low = column(3, of: talk.results).compactMap(\.self)
      #expect(zip(low, low.dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  @Test func `the village: the trusted teacher is first among audiences of thirty or more`() {
    let talk = Talk()
    #expect(talk.conversation.runScript(Places.example("village/load.kith")) == .done)
    talk.submit(
      "top 3 by audience overlap with #yoga weighted by trust where audience >= 30"
    )
    #expect(cells(1, of: talk.results).first == "asha")
    #expect(column(2, of: talk.results).first.flatMap(\.self).map { $0 > 0.98 } == true)
    talk.submit("top 1 by followers")
    #expect(cells(1, of: talk.results) == ["bella"])
    talk.submit("show audience overlap with #yoga for @bella")
    #expect(column(1, of: talk.results).first.flatMap(\.self).map { $0 < 0.04 } == true)
  }

  /// Interests by category and person, in plain dictionaries.
  private func interests(
    _ ratings: [[String]],
    _ interest: Interest
  ) -> [String: [String: Double]] {
    var interests: [String: [String: Double]] = [:]
    for row in ratings {
      let (person, category, rating) = (row[0], row[2], Double(row[3]) ?? .nan)
      switch interest {
      case .stated: interests[category, default: [:]][person] = rating / 5
      case .counted: interests[category, default: [:]][person, default: 0] += rating
      }
    }
    guard interest == .counted else { return interests }
    return interests.mapValues { counts in
      let most = log1p(counts.values.max() ?? 0)
      return counts.mapValues { log1p($0) / most }
    }
  }

  private func agree(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(1, abs(right))
  }

  /// The rows of a file of tabs, below its header.
  private func rows(of path: String) -> [[String]] {
    guard let file = unsafe fopen(path, "r") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
      line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
