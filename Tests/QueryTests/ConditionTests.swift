import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

@Suite struct ConditionTests {
  @Test(arguments: [
    ("followers > 2", "ada bea cal"), ("followers >= 3", "ada bea cal"), ("followers < 1", "gus"),
    ("followers <= 0", "gus"), ("followers = 1", "dan eve fay"),
    ("followers != 1", "ada bea cal gus hal"), ("followers between 2 and 4", "ada cal hal"),
    ("followers > following", "ada bea"), ("followers / 2 > following - 1", "bea"),
    ("age > 30", "ada cal gus"), ("not age > 30", "bea dan eve"),
    ("age is missing", "fay hal"), ("not age is missing", "ada bea cal dan eve gus"),
    ("role is missing", "gus"), ("joined is missing", "eve hal"),
    ("customer is missing", "eve hal"),
    ("role = \"fan\"", "dan eve"), ("role != \"fan\"", "ada bea cal fay hal"),
    ("role < \"c\"", "cal hal"), ("role matches \"*T*\"", "ada bea fay"),
    ("role matches \"?an\"", "dan eve"), ("role matches \"\"", ""),
    ("customer", "cal fay"), ("not customer", "ada bea dan gus"),
    ("bot or customer", "cal fay gus"),
    ("joined > 2020-02", "dan"), ("joined >= 2020-02", "bea cal dan fay"),
    ("joined = 2020-02", "bea cal fay"), ("joined != 2020-02", "ada dan gus"),
    ("joined < 2020-02", "ada gus"), ("joined <= 2020-01-31", "ada gus"),
    ("joined between 2020-01-31 and 2020-02", "ada bea cal fay"),
    ("age > 30 and customer", "cal"), ("age > 30 or customer", "ada cal fay gus"),
    ("not (age > 30 or customer)", "bea dan"),
    ("audience overlap with #yoga >= 75%", "ada cal fay hal"),
    ("audience overlap with #yoga is missing", "gus"),
  ])
  func `the rows a condition keeps`(_ condition: String, _ people: String) {
    let world = World(graph: .eightWithAttributes)
    check("people where \(condition)", in: world, expect: .people(people))
  }

  @Test func `an empty answer says what emptied it`() {
    let world = World(graph: .eightWithAttributes)
    check("people where followers > 9", in: world, expect: .remark("none of the 8 people meets"))
    check("followers of @gus", in: world, expect: .remark("nobody is in `followers of @gus`"))
    check(
      "top 3 customers by reach for @ada",
      in: world,
      expect: .remark("nobody is in all of `customers` and `@ada`")
    )
  }

  /// The laws of three values: yes, no and not known, on attributes with holes.
  @Test(arguments: UInt64(1)...8)
  func `nobody is both, and nobody is lost`(_ seed: UInt64) throws {
    let world = World(graph: .holed(seed: seed))
    let everybody = Set(try rows("people", world))
    for first in Self.conditions {
      let yes = try rows("people where \(first)", world)
      let no = try rows("people where not (\(first))", world)
      #expect(yes.isDisjoint(with: no), "\(first)")
      #expect(try rows("people where not not (\(first))", world) == yes, "\(first)")
      let unknown = everybody.subtracting(yes).subtracting(no)
      #expect(yes.count + no.count + unknown.count == everybody.count)
      #expect(unknown == (try unknownRows(first, world)), "\(first)")
      for second in Self.conditions {
        let both = try rows("people where (\(first)) and (\(second))", world)
        #expect(both == yes.intersection(try rows("people where \(second)", world)))
        let neither = try rows("people where not ((\(first)) or (\(second)))", world)
        let each = try rows("people where not (\(first)) and not (\(second))", world)
        #expect(neither == each, "\(first), \(second)")
        let notBoth = try rows("people where not ((\(first)) and (\(second)))", world)
        let either = try rows("people where not (\(first)) or not (\(second))", world)
        #expect(notBoth == either, "\(first), \(second)")
      }
    }
  }

  private static let conditions = [
    "size > 3", "size between 2 and 4", "word = \"b\"", "flag", "size is missing", "followers > 2",
  ]

  /// For whom a value that the condition needs is missing.
  private func unknownRows(_ condition: String, _ world: World) throws -> Set<String> {
    guard !condition.contains("missing"), !condition.contains("followers") else { return [] }
    let column = condition.split(separator: " ")[0]
    return try rows("people where \(column) is missing", world)
  }

  private func rows(_ question: String, _ world: World) throws -> Set<String> {
    Set(cells(of: "person", in: try answer(question, in: world).table))
  }
}

extension Graph {
  /// A random graph with columns in which a third of the values is missing.
  fileprivate static func holed(seed: UInt64) -> Graph {
    var random = SeededRandom(seed: seed)
    let count = 30
    func some<Value>(_ make: (inout SeededRandom) -> Value) -> [Value?] {
      (0..<count).map { _ in
        Int.random(in: 0..<3, using: &random) == 0 ? nil : make(&random)
      }
    }
    let sizes = some { Double(Int.random(in: 0...6, using: &$0)) }
    let words = some { ["a", "b", "c"].randomElement(using: &$0) ?? "" }
    let flags = some { Bool.random(using: &$0) }
    return Graph.random(people: count, density: 0.1, seed: seed).adding([
      ("size", .numbers(sizes.map { $0 ?? .nan })), ("word", .texts(words)),
      ("flag", .flags(flags)),
    ])
  }
}
