import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

/// One number for many people, of everybody and of groups.
@Suite struct AggregateTests {
  @Test(arguments: [
    ("average followers", "average followers", "2.125"),
    ("median followers", "median followers", "1.5"),
    ("minimum followers, maximum followers", "maximum followers", "5"),
    ("minimum followers for #pop", "minimum followers", "0"),
    ("average age", "average age", "31.5"), ("median age", "median age", "31"),
    ("average age for @fay, @hal", "average age", "-"),
    ("total age for @fay", "total age", "-"),
    ("total followers for customers", "total followers", "4"),
    ("total followers for customers", "share", "0.2353"),
    ("total followers where age > 30", "share", "0.4118"),
    ("total followers, total age for customers", "share of total age", "0.2698"),
    ("average (followers / following)", "average (followers / following)", "0.6667"),
    ("maximum fit", "maximum fit", "10"),
    ("average both for customers", "average following", "3"),
    ("total followers without bots", "total followers", "15"),
    ("average followers limit 5", "average followers", "2.125"),
    ("total (followers - followers)", "share", "-"),
  ])
  func `one number for many`(_ question: String, _ column: String, _ value: String) {
    check(question, in: Self.world, expect: .column(column, value))
  }

  @Test(arguments: [
    ("average followers per country", "country", "BE IN NL US -"),
    ("average followers per country", "people", "1 1 3 2 1"),
    ("average followers per country", "average followers", "1 4 1.3333 3.5 1"),
    ("total followers per country", "share", "0.0588 0.2353 0.2353 0.4118 0.0588"),
    ("average followers per country for customers", "average followers", "3 1"),
    ("average followers per country where age > 18", "country", "IN NL US"),
    ("average followers per customer", "customer", "no yes -"),
    ("average followers per customer", "average followers", "2.5 2 1.5"),
    ("average followers per age", "age", "17 19 28 34 40 51 -"),
    ("maximum age per joined", "joined", joined),
    ("average followers per decile(followers)", "decile", "1 4 6 7 9 10"),
    ("average followers per decile(followers)", "people", "1 3 1 1 1 1"),
    ("average followers per decile(age) for (@ada, @bea, @fay)", "decile", "3 8 -"),
    ("median followers per country sort by median followers", "country", "IN US BE NL -"),
    ("median followers per country sort by people, country descending", "country", "NL US IN BE -"),
    ("median followers per country sort by country descending limit 2", "country", "US NL"),
    (
      "average (followers / 2) per country sort by column \"average (followers / 2)\" limit 1",
      "country", "IN"
    ),
    ("count per country", "count", "1 1 3 2 1"), ("count per country", "share", shares),
    ("count customers per country", "country", "NL -"),
    ("count people per customer sort by count ascending", "customer", "yes - no"),
    ("count per decile(followers) limit 2", "count", "1 3"),
  ])
  func `a row for each group`(_ question: String, _ column: String, _ cells: String) {
    check(question, in: Self.world, expect: .column(column, cells))
  }

  @Test(arguments: [
    ("average age", "2 people without age, left out: not in the data"),
    ("total followers for customers", "share of the total of all 8 people"),
    ("count per country", "share of all 8 people"),
    ("average followers for customers where followers > 9", "none of the 2 people meets"),
  ])
  func `what is said below`(_ question: String, _ remark: String) {
    check(question, in: Self.world, expect: .remark(remark))
  }

  @Test(arguments: [
    ("average name", DiagnosticCode.unknownName, "name"),
    ("average country", .wrongKind, "a number belongs here"),
    ("average followers per country sort by followers", .unknownName, "average followers"),
    ("average followers per planet", .unknownName, "planet"),
    ("show followers per country", .unwantedQualifier, "`per` has no meaning behind `show`"),
    ("compare followers, reach per country", .unwantedQualifier, "behind `compare`"),
    ("count customers per month", .unwantedQualifier, "nobody belongs to one month"),
    ("average followers per month", .nothingLoaded, "dated"),
  ])
  func `what is refused`(_ question: String, _ code: DiagnosticCode, _ part: String) {
    check(question, in: Self.world, expect: .refused(code, [part]))
  }

  @Test func `topics need posts, and kinds interactions`() {
    let world = World(graph: Graph(literal: "a>b b~yoga"))
    check(
      "average followers per topic",
      in: world,
      expect: .refused(.nothingLoaded, ["no posts are loaded"])
    )
    check(
      "average followers per kind",
      in: world,
      expect: .refused(.nothingLoaded, ["no interactions are loaded"])
    )
    check(
      "top 1 topics by followers per country",
      in: Self.world,
      expect: .refused(.unwantedQualifier, ["rows are no people"])
    )
  }

  /// The same numbers by dictionaries.
  @Test(arguments: UInt64(1)...8)
  func `groups of random graphs are counted right`(_ seed: UInt64) throws {
    let plain = Graph.random(people: 30, density: 0.15, seed: seed)
    let colours = (0..<30).map { number in
      number % 7 == 0 ? nil : ["red", "blue", "green"][(number * number + Int(seed)) % 3]
    }
    let ages = (0..<30).map { $0 % 5 == 0 ? Double.nan : Double(($0 * 7) % 11) - 3 }
    let graph = plain.adding([("colour", .texts(colours)), ("age", .numbers(ages))])
    let terms = "total age, average age, median age, minimum age, maximum age"
    let table = try answer("\(terms) per colour", in: World(graph: graph)).table
    let groups = Dictionary(grouping: 0..<30) { colours[$0] }
    let order = groups.keys.compactMap(\.self).sorted().map(Optional.some) + [nil]
    let everybody = ages.filter { !$0.isNaN }.reduce(0, +)
    for (row, colour) in order.enumerated() {
      let members = groups[colour] ?? []
      let known = members.map { ages[$0] }.filter { !$0.isNaN }.sorted()
      let total = known.reduce(0, +)
      let median = (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
      let wanted = [
        Double(members.count), total, everybody == 0 ? .nan : total / everybody,
        total / Double(known.count), median, known[0], known[known.count - 1],
      ]
      #expect(table["colour"]?[row] == colour.map { .text($0) } ?? .missing)
      for (column, number) in zip(table.columns.dropFirst(), wanted) {
        guard case .numbers(let found) = column.cells else { continue }
        #expect(abs(found[row] - number) < 1e-12, "\(column.name) of \(colour ?? "-")")
      }
    }
    #expect(table.columns.count == 8)
  }

  private static let world = World(
    graph: .eightWithAttributes,
    definitions: ["define fit as followers * 2", "define both as followers, following"]
  )
  private static let joined =
    "2019-12-31 2020-01-31 2020-02-01 2020-02-15 2020-02-29 2021-03-01 -"
  private static let shares = "0.125 0.125 0.375 0.25 0.125"
}
