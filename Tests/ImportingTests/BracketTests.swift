import Diagnostics
import Graph
import Importing
import Testing
import Values

/// What stands in brackets behind a `load`, and what is said where it does not fit.
struct BracketTests {
  private let pair = "source,target\na,b\nb,c\n"

  @Test func `the wrong way round is named with its repair`() throws {
    check(
      pair,
      as: .trust,
      ["source = truster"],
      expect: .error(.missingColumn, ["fix: (truster = source)", "left of ="])
    )
    let file = TemporaryFile(Array(pair.utf8))
    let request = LoadRequest(
      thing: .trust,
      path: file.path,
      mappings: [mapping("source = truster")]
    )
    let error = #expect(throws: Diagnostics.self) {
      _ = try Importer.load(request, into: .init(), watchedBy: .unwatched)
    }
    #expect(error?.all.first?.fix == .init(range: 10..<26, replacement: "truster = source"))
  }

  @Test func `columns that do not exist`() {
    check(
      pair,
      as: .follows,
      ["follower = sorce"],
      expect: .error(
        .missingColumn,
        ["no column sorce", "source", "target", "(follower = source)"]
      )
    )
    check(pair, as: .follows, ["follower = 3"], expect: .error(.missingColumn, ["source"]))
    check(pair, as: .follows, ["follower = 1.5"], expect: .error(.missingColumn))
    check(
      "a,b\n",
      as: .follows,
      ["follower = who"],
      expect: .error(.missingColumn, ["by number: 1 to 2"])
    )
  }

  @Test func `everything wrong is said at once`() {
    let file = TemporaryFile(Array(pair.utf8))
    let request = LoadRequest(
      thing: .follows,
      path: file.path,
      mappings: [mapping("follower = x"), mapping("folowed = target")]
    )
    let error = #expect(throws: Diagnostics.self) {
      _ = try Importer.load(request, into: .init(), watchedBy: .unwatched)
    }
    #expect(error?.all.map(\.code) == [.missingColumn, .unknownRole])
  }

  @Test func `unknown roles`() {
    check(
      pair,
      as: .follows,
      ["wieght = 3"],
      expect: .error(
        .unknownRole,
        ["wieght means nothing for follows", "follower", "followed", "trust"]
      )
    )
    check(
      pair,
      as: .follows,
      ["follower = 1", "source = 2"],
      expect: .error(.unknownRole, ["twice"])
    )
  }

  @Test func `roles that no column is known for`() {
    check(
      "x,y,n\na,b,1\n",
      as: .follows,
      ["header = yes"],
      expect: .error(
        .missingColumn,
        ["which column of \"f.csv\" is the follower cannot be told", "x"]
      )
    )
    check(
      "alpha,beta\na,b\n",
      as: .follows,
      ["header = yes"],
      expect: .error(.missingColumn, ["fix: (follower = alpha, followed = beta)"])
    )
    check("a\nb\n", as: .follows, expect: .error(.missingColumn))
  }

  @Test func `headers match whatever their case and joints`() {
    check(
      "From_Node_ID\tTo-Node Id\n1\t2\n",
      as: .follows,
      expect: .report(["ties": 1])
    )
    check(
      "user id,friend\n1,2\n",
      as: .follows,
      ["follower = \"user id\"", "followed = FRIEND"],
      expect: .report(["ties": 1])
    )
  }

  @Test(arguments: ["user_id,follower_id\nb,a\n", "follower,user\na,b\n", "user,friend\na,b\n"])
  func `a header decides the direction, not the place`(_ text: String) {
    check(text, as: .follows, expect: .report(["ties": 1], sentence: "@a follows @b"))
  }

  @Test func `columns by number, with a header and without`() {
    check(
      pair,
      as: .follows,
      ["follower = 2", "followed = 1"],
      expect: .report(["ties": 2], sentence: "@b follows @a")
    )
    check(
      "a,b,c\n",
      as: .follows,
      ["follower = 3", "followed = 1"],
      expect: .report(["ties": 1], sentence: "@c follows @a", notes: ["columns by number"])
    )
    check(
      "6,2,4,1289241911.7\n",
      as: .trust,
      ["scale = 10"],
      expect: .report(["ties": 1], notes: ["truster = 1, trusted = 2, weight = 3, time = 4"])
    )
  }

  @Test func `the line is a column`() {
    let graph = check(
      "Ann Lee\nBob\n",
      as: .people,
      ["handle = line", "name = 1", "separator = tab", "header = no"],
      expect: .report(["people": 2], sentence: "@1: name Ann Lee")
    )
    #expect(graph.people.number(of: "2") == 1)
  }

  @Test func `cancelling loads nothing`() {
    let file = TemporaryFile(Array(String(repeating: "a,b\n", count: 400_000).utf8))
    let request = LoadRequest(thing: .follows, path: file.path)
    let error = #expect(throws: Diagnostics.self) {
      _ = try Importer.load(
        request,
        into: .init(),
        watchedBy: .init(isCancelled: { true })
      )
    }
    #expect(error?.all.first?.code == .interrupted)
  }
}
