import Graph
import Metrics
import Shell
import Testing

/// What a session makes of a snapshot that is damaged where nobody looked yet.
@Suite struct FirstTouchTests {
  /// A block of a snapshot: its name, and where it lies.
  private struct Block {
    let name: String
    let range: Range<Int>
  }

  private let folder = ScratchFolder()
  private var file: String { "\(folder.path)/a.kithgraph" }

  /// Questions about different parts of a graph.
  private static let questions = [
    "count people", "top 3 by followers", "top 3 by trust received", "top 3 by pagerank",
    "audience overlap with #yoga", "posts limit 3", "top 3 by mentions received",
    "top 3 by interactions received", "show role for people limit 3", "count customers",
    "describe graph", "describe @ines", "top 3 by conversions since 2020", "plan followers",
    "define fans as customers where followers > 3", "top 2 topics by audience",
  ]

  /// A session in which the village is open.
  private func opened() -> Talk { Talk(["set format csv", "open \"\(file)\""]) }

  /// What comes of a line: its table and messages, or nil where what it reads is damaged.
  private func answer(_ line: String, in talk: Talk) -> String? {
    let outcome = talk.submit(line)
    guard outcome == .failed(exitCode: 4) else { return talk.results + talk.messages }
    #expect(talk.results == "", "\(line) wrote a table")
    #expect(talk.messages.contains("damaged at byte"), "\(line): \(talk.messages)")
    return nil
  }

  private func saveVillage() {
    check(["run \"kith:village/load.kith\"", "save \"\(file)\""], expect: .says(["people"]))
  }

  /// The blocks of the snapshot.
  private func blocks(of bytes: [UInt8]) -> [Block] {
    func number(_ start: Int, _ count: Int) -> Int {
      bytes[start..<(start + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    return (0..<number(12, 4)).map { index in
      let row = 64 + index * 80
      let name = String(decoding: bytes[row..<(row + 48)].prefix { $0 != 0 }, as: UTF8.self)
      let start = number(row + 56, 8)
      return Block(name: name, range: start..<(start + number(row + 64, 8)))
    }
  }

  /// Writes the snapshot with one byte of a block changed.
  private func damage(_ block: Block, of bytes: [UInt8]) {
    var changed = bytes
    changed[block.range.lowerBound + block.range.count / 2] ^= 0x04
    folder.write(bytes: changed, to: "a.kithgraph")
  }

  @Test func `what reads a damaged block is refused and the rest is answered`() {
    saveVillage()
    let whole = folder.bytes(of: "a.kithgraph")
    let healthy = opened()
    let expected = Self.questions.map { answer($0, in: healthy) }
    var refusals = 0
    var answers = 0
    for block in blocks(of: whole) where !block.range.isEmpty {
      damage(block, of: whole)
      let talk = Talk(["set format csv"])
      guard talk.submit("open \"\(file)\"") == .done else {
        #expect(talk.messages.contains("damaged at byte"), "\(block.name)")
        continue
      }
      for (line, expected) in zip(Self.questions, expected) {
        let found = answer(line, in: talk)
        #expect(found == nil || found == expected, "\(block.name): \(line)")
        if found == nil { refusals += 1 } else { answers += 1 }
      }
      let other = "save \"\(folder.path)/b.kithgraph\""
      check([other], in: talk, expect: .fails(4, ["damaged at byte"]))
      #expect(folder.bytes(of: "b.kithgraph").isEmpty)
      let script = "save \"\(folder.path)/b.kith\""
      check([script], in: talk, expect: .fails(4, ["damaged at byte"]))
      #expect(folder.text(of: "b.kith").isEmpty)
    }
    #expect(refusals > 100 && answers > 100, "\(refusals) refused, \(answers) answered")
  }

  @Test(arguments: ["relation.0.backward.neighbours", "relation.1.forward.neighbours"])
  func `no measure is computed from a relation that is damaged`(_ name: String) throws {
    saveVillage()
    let whole = folder.bytes(of: "a.kithgraph")
    let lines = MetricCatalog.all.map(Self.line)
    let healthy = Talk(["set format csv", "set time limit 1 second", "open \"\(file)\""])
    let expected = lines.map { answer($0, in: healthy) }
    damage(try #require(blocks(of: whole).first { $0.name == name }), of: whole)
    let talk = Talk(["set format csv", "set time limit 1 second", "open \"\(file)\""])
    var refusals = 0
    for (line, expected) in zip(lines, expected) {
      let found = answer(line, in: talk)
      if found == nil { refusals += 1 }
      // What takes longer than its limit is stopped a little earlier or later.
      let isStopped = expected?.contains("time limit") == true
      #expect(found == nil || found == expected || isStopped, "\(line)")
    }
    #expect(refusals > 10, "\(refusals)")
  }

  /// A question for everybody's value of a measure.
  private static func line(_ metric: any Metric) -> String {
    let card = metric.card
    let words = (card.requires + card.requiresOne.prefix(1)).map { qualifier in
      switch qualifier {
      case .with: "with #yoga"
      case .in: "in #yoga"
      case .measure: "in shares received"
      case .from: "from @ines"
      case .to: "to @ines"
      case .over: "over follows"
      case .weightedBy: "weighted by trust"
      case .within: "within 2 hops"
      }
    }
    let period = metric is any MomentMetric ? ["since 2025-07-01"] : []
    return (["top 3 people by \(card.name)"] + words + period).joined(separator: " ")
  }

  @Test func `what was opened is saved over its own file, and answers the same`() {
    saveVillage()
    let whole = folder.bytes(of: "a.kithgraph")
    let talk = opened()
    let before = answer("top 3 by followers", in: talk)
    check(["save \"\(file)\""], in: talk, expect: .says(["people"]))
    #expect(folder.bytes(of: "a.kithgraph") == whole)
    #expect(answer("top 3 by followers", in: talk) == before)
    #expect(answer("top 3 by followers", in: opened()) == before)
    #expect(answer("describe graph", in: opened()) == answer("describe graph", in: talk))
  }

  @Test func `a file that is gone and one that is replaced change nothing`() {
    saveVillage()
    let talk = opened()
    folder.remove("a.kithgraph")
    folder.write("something else", to: "a.kithgraph")
    check(["top 3 by followers"], in: talk, expect: .says([]))
    check(["top 3 by pagerank", "count customers"], in: talk, expect: .says([]))
  }

  @Test func `counting people and naming them at the prompt reads no ties, nor does counting them`()
  {
    saveVillage()
    let talk = opened()
    check(["count people"], in: talk, expect: .says(["share of all"]))
    talk.conversation.session.graph.damage?.forget()
    let text = "top 3 by followers for followers of @in"
    let found = Completer(talk.conversation.session).choices(in: text, at: text.utf8.count)
    #expect(found.choices.contains { $0.text == "@ines" })
    let relations = talk.conversation.session.graph.relations
    #expect(relations.names.allSatisfy { relations.present($0) == nil })
    check(["top 3 by followers"], in: talk, expect: .says([]))
    #expect(relations.present("follows") == nil)
    check(["top 3 by pagerank"], in: talk, expect: .says([]))
    #expect(relations.present("follows") != nil)
    #expect(relations.present("trust") == nil)
  }
}
