import Diagnostics
import Graph
import Importing
import Testing
import Values

/// Follows, trust and other relations.
struct TieTests {
  @Test func `self-ties and repeats are dropped and counted, the last weight stays`() {
    let graph = check(
      "truster,trusted,trust\na,b,0.1\nc,c,1\na,b,0.7\nb,a,-1\n",
      as: .trust,
      expect: .report(
        [
          "rows read": 4, "ties": 2, "duplicates dropped": 1, "self-ties dropped": 1, "people": 3,
          "new people": 3,
        ],
        sentence: "@a trusts @b with 0.1"
      )
    )
    #expect(graph.relations["trust"]?.weight(from: 0, to: 1) == 0.7)
  }

  @Test func `people of refused rows are not made`() {
    let graph = check(
      "truster,trusted,trust\na,b,0.1\nx,y,much\n,z,1\na,c,0.5\nb,c,1\n",
      as: .trust,
      expect: .report(["rows read": 5, "rows refused": 2, "ties": 3, "people": 3])
    )
    #expect(graph.people.number(of: "x") == nil)
    #expect(graph.people.number(of: "z") == nil)
  }

  @Test func `scales`() {
    let text = "truster,trusted,rating\na,b,1\nb,a,5\nc,a,3\n"
    check(
      text,
      as: .trust,
      expect: .error(
        .weightOutOfScale,
        ["weights run from 1 to 5, trust from -1 to 1", "scale = 5", "scale = 1 to 5"]
      )
    )
    let divided = check(text, as: .trust, ["scale = 5"], expect: .report(["ties": 3]))
    #expect(divided.relations["trust"]?.weight(from: 0, to: 1) == 0.2)
    let mapped = check(
      text,
      as: .trust,
      ["scale = 1 to 5"],
      expect: .report(["ties": 3], notes: ["from 1 to 5 became 0 to 1"])
    )
    #expect(mapped.relations["trust"]?.weight(from: 2, to: 0) == 0.5)
    check(
      text,
      as: .trust,
      ["scale = 2"],
      expect: .error(.weightOutOfScale, ["with scale = 2", ":3:5"])
    )
    check(text, as: .trust, ["scale = 0"], expect: .error(.outOfRange))
    check("a,b\n", as: .trust, ["scale = 5"], expect: .error(.missingColumn, ["weight = COLUMN"]))
    check(
      text,
      as: .relation("knows"),
      expect: .report(["ties": 3], sentence: "@a knows @b, weight 1")
    )
  }

  @Test(arguments: [
    ("-10", "10", "scale = 10"), ("-3", "4", "scale = 10"), ("0", "8", "scale = 10"),
    ("1", "5", "scale = 1 to 5"), ("2", "4", "scale = 1 to 5"), ("0", "5", "scale = 5"),
    ("-5", "5", "scale = 5"), ("0", "100", "scale = 100"), ("-7", "250", "scale = 250"),
  ])
  func `weights out of bounds are answered with the scale they have`(
    _ least: String,
    _ greatest: String,
    _ scale: String
  ) {
    let text = "truster,trusted,rating\na,b,\(least)\nb,a,\(greatest)\n"
    check(text, as: .trust, expect: .error(.weightOutOfScale, [scale]))
    let file = TemporaryFile(Array(text.utf8))
    func fix(_ brackets: [String]) -> Diagnostic.Fix? {
      let request = LoadRequest(
        thing: .trust,
        path: file.path,
        mappings: brackets.map(mapping),
        range: 4..<9
      )
      return #expect(throws: Diagnostics.self) { _ = try Importer.load(request, into: Graph()) }?
        .all.first?.fix
    }
    #expect(fix([]) == .init(range: 9..<9, replacement: " (\(scale))"))
    #expect(
      fix(["weight = rating"])
        == .init(range: 10..<25, replacement: "weight = rating, \(scale)")
    )
    #expect(fix(["scale = 1.5"]) == .init(range: 10..<21, replacement: scale))
    check(text, as: .trust, [scale], expect: .report(["ties": 2]))
  }

  @Test func `follows with trust share their rows`() {
    let graph = check(
      "source,target,trust\na,b,0.5\nb,c,1\n",
      as: .follows,
      ["trust = trust"],
      expect: .report(["ties": 2, "with trust": 2], sentence: "@a follows @b, and trusts with 0.5")
    )
    #expect(graph.relations["follows"]?.count == 2)
    #expect(graph.relations["trust"]?.weight(from: 0, to: 1) == 0.5)
    let partly = check(
      "source,target,trust\na,b,0.5\nb,c,\n",
      as: .follows,
      ["trust = trust"],
      expect: .report(["ties": 2, "with trust": 1])
    )
    #expect(partly.relations["follows"]?.count == 2)
    #expect(partly.relations["trust"]?.count == 1)
    let plain = check(
      "source,target,trust\na,b,0.5\n",
      as: .follows,
      expect: .report(["ties": 1], notes: ["columns left unread: trust"])
    )
    #expect(plain.relations["trust"] == nil)
  }

  @Test(arguments: [
    ("4", 4.0), (".8", 0.8), ("-10", -10), ("1e-3", 0.001), ("+2.50", 2.5), ("5.", 5),
    ("0.1234567890123456789", 0.1234567890123456789),
    ("123456789012345678901234567890", 1.2345678901234568e29),
    ("1E2", 100), ("1e308", 1e308), ("5e-324", .leastNonzeroMagnitude),
    ("9007199254740993", 9007199254740992),
  ])
  func `numbers`(_ text: String, _ value: Double) {
    let graph = check(
      "source,target,weight\na,b,\(text)\n",
      as: .relation("r"),
      expect: .report(["ties": 1])
    )
    #expect(graph.relations["r"]?.weight(from: 0, to: 1) == value)
  }

  @Test(arguments: [
    "\"0,5\"", "abc", "1e999", "inf", "nan", "0x10", "1 2", "--1", ".", "1_000", "e5",
  ])
  func `what is no number`(_ text: String) {
    check(
      "source,target,weight\na,b,\(text)\n",
      as: .relation("r"),
      expect: .error(.nothingUsable, ["f.csv:2:5: weight", "is not a number"])
    )
  }

  @Test(arguments: [
    ("1341100972", "2012-07-01 00:02:52"), ("1341100972000", "2012-07-01 00:02:52"),
    ("1289241911.72836", "2010-11-08 18:45:11"), ("2011-08-01", "2011-08-01"),
    ("2011-08-01T10:00:00Z", "2011-08-01 10:00:00"), ("2011-08-01 10:00", "2011-08-01 10:00:00"),
    ("2011-08-01T10:00:00.5+02:00", "2011-08-01 08:00:00"), ("2011-08", "2011-08-01"),
    ("2011/8/1", "2011-08-01"), ("2011", "2011-01-01"),
    ("2011-08-01 10:00:00 UTC", "2011-08-01 10:00:00"),
    ("2011-08-01T23:30:00-0730", "2011-08-02 07:00:00"),
    ("2016-12-31T23:59:60Z", "2016-12-31 23:59:59"),
  ])
  func `times`(_ text: String, _ shown: String) {
    let graph = check(
      "source,target,time\na,b,\(text)\n",
      as: .follows,
      expect: .report(["ties": 1])
    )
    #expect(graph.relations["follows"]?.times?.first??.description == shown)
  }

  @Test(arguments: [
    "31/01/2026", "2011-02-30", "2011-13", "noon", "2011-08-01T25:00", "1e9", "2011-08-01x",
  ])
  func `what is no time`(_ text: String) {
    check(
      "source,target,time\na,b,\(text)\n",
      as: .follows,
      expect: .error(.nothingUsable, ["f.csv:2:5: time", "dates are written 2026-01-31"])
    )
  }

  @Test func `control characters and long names are refused`() {
    let long = String(repeating: "x", count: 1_025)
    let fits = String(repeating: "x", count: 1_024)
    let graph = check(
      "follower,followed\na,b\na,c\u{1}d\na,\(long)\na,\(fits)\nb,x\u{85}y\nb,c\nb,d\n",
      as: .follows,
      expect: .report(["rows read": 7, "rows refused": 3, "ties": 4])
    )
    #expect(graph.people.number(of: fits) != nil)
  }

  @Test func `loading adds, and repeats of what is there are counted`() {
    let first = check("a,b\nb,c\n", as: .follows, expect: .report(["ties": 2]))
    let second = check(
      "a,b\nc,d\n",
      as: .follows,
      into: first,
      expect: .report(["ties": 1, "duplicates dropped": 1, "people": 4, "new people": 1])
    )
    #expect(second.relations["follows"]?.count == 3)
    #expect(first.relations["follows"]?.count == 2)
  }

  @Test func `more than half refused loads nothing`() {
    check(
      "follower,followed\na,b\nc\nd\n",
      as: .follows,
      expect: .error(
        .nothingUsable,
        ["2 of 3 rows", "f.csv:3:1: no followed", "describe \"f.csv\""]
      )
    )
    check(
      "follower,followed\na,b\nc\n",
      as: .follows,
      expect: .report(["ties": 1, "rows refused": 1])
    )
  }

  @Test func `rows with too many columns are refused`() {
    check(
      "follower,followed\na,b\nb,c,d\nc,d\n",
      as: .follows,
      expect: .report(["ties": 2, "rows refused": 1])
    )
  }

  @Test func `many names, of every length, keep their numbers`() {
    var text = "follower,followed\n"
    for number in 0..<40_000 {
      let name = String(repeating: "n", count: number % 12) + String(number)
      text += "\(name),\(number % 97)\n"
    }
    let graph = check(text, as: .follows, expect: .report(["rows read": 40_000]))
    for number in stride(from: 0, to: 40_000, by: 371) {
      let name = String(repeating: "n", count: number % 12) + String(number)
      let source = graph.people.number(of: name)
      let target = graph.people.number(of: String(number % 97))
      if let source, let target, source != target {
        #expect(graph.relations["follows"]?.weight(from: source, to: target) == 1)
      }
    }
  }
}
