import Rendering
import Testing
import Values

/// What holds for every format, and for their cards together.
struct FormatCatalogTests {
  @Test func `names and endings are unique`() {
    let names = TableFormatCatalog.all.map(\.card.name)
    let endings = TableFormatCatalog.all.flatMap(\.card.endings)
    #expect(Set(names).count == names.count)
    #expect(Set(endings).count == endings.count)
    #expect(
      names.sorted() == [
        "ascii", "csv", "html", "json", "jsonl", "latex", "markdown", "table", "tsv", "vertical",
      ]
    )
  }

  @Test(arguments: TableFormatCatalog.all.map(\.card))
  func `a card is complete`(_ card: FormatCard) {
    #expect(!card.name.isEmpty && card.name.allSatisfy { $0.isLowercase })
    #expect((1...72).contains(card.summary.count))
    #expect(!card.summary.hasSuffix("."))
    #expect(card.isForScreens || !card.endings.isEmpty, "no file could have this format")
    #expect(card.endings.allSatisfy { !$0.hasPrefix(".") && $0 == $0.lowercased() })
  }

  @Test(arguments: TableFormatCatalog.all.map(\.card))
  func `a format is found by its name and its endings`(_ card: FormatCard) {
    #expect(TableFormatCatalog.format(named: card.name.uppercased())?.card.name == card.name)
    for ending in card.endings {
      #expect(TableFormatCatalog.format(ending: ending.uppercased())?.card.name == card.name)
    }
  }

  @Test func `unknown names and endings have no format`() {
    #expect(TableFormatCatalog.format(named: "xml") == nil)
    #expect(TableFormatCatalog.format(ending: "") == nil)
  }

  @Test(arguments: TableFormatCatalog.all.map(\.card.name))
  func `a table without columns writes no row`(_ name: String) throws {
    let format = try #require(TableFormatCatalog.format(named: name))
    #expect(written(Table([]), as: format) == (name == "json" ? "[]\n" : ""))
  }

  @Test(arguments: TableFormatCatalog.all.map(\.card.name))
  func `a cancelled format stops at once, and JSON is left open`(_ name: String) throws {
    let format = try #require(TableFormatCatalog.format(named: name))
    let style = TableStyle(monitor: WorkMonitor(isCancelled: { true }))
    let text = written(CanonicalTables.mixed, as: format, style: style)
    #expect(!text.contains("Utrecht"))
    #expect(!text.contains("]\n"))
  }

  @Test(arguments: TableFormatCatalog.all.filter { !$0.card.isForScreens }.map(\.card.name))
  func `formats for machines look at no width and leave nothing out`(_ name: String) throws {
    let format = try #require(TableFormatCatalog.format(named: name))
    let narrow = TableStyle(width: 10, rows: 1, drawsLines: false)
    #expect(
      written(CanonicalTables.mixed, as: format, style: narrow)
        == written(CanonicalTables.mixed, as: format)
    )
  }

  @Test func `a long table is handed on in pieces between rows`() {
    struct Pieces: TextOutputStream {
      var texts: [String] = []
      mutating func write(_ text: String) { texts.append(text) }
    }
    let count = 50_000
    let table = Table([Column("n", cells: .numbers((0..<count).map(Double.init)))])
    var pieces = Pieces()
    TabSeparated().write(table, style: TableStyle(), to: &pieces)
    #expect((2...100).contains(pieces.texts.count))
    #expect(pieces.texts.allSatisfy { $0.hasSuffix("\n") })
    #expect(pieces.texts.joined() == "n\n" + (0..<count).map { "\($0)\n" }.joined())
  }

  #if !DEBUG
  @Test func `an infinite number is missing, should one ever come`() {
    let table = Table([Column("x", cells: .numbers([.infinity, -.infinity, 1]))])
    #expect(written(table, as: JSON()) == "[{\"x\":null},\n {\"x\":null},\n {\"x\":1}]\n")
  }
  #endif
}
