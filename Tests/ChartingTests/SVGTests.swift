import Charting
import Foundation
import Rendering
import Testing
import Values

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Charts as SVG.
struct SVGTests {
  private static let all: [(String, Table)] = [
    ("bars", Drawn.few), ("histogram", Drawn.few), ("scatter", Drawn.few), ("slope", Drawn.few),
    ("line", Drawn.months), ("heatmap", Drawn.pairs), ("bars", Drawn.hostile),
    ("scatter", Drawn.hostile), ("slope", Drawn.hostile), ("histogram", Drawn.hostile),
  ]

  @Test func `a file is XML with a title and a description, and no script`() throws {
    for (kind, table) in Self.all {
      let chart = try chart(kind, table)
      for text in [ChartSVG.page(of: chart), ChartSVG.figure(of: chart, number: 3)] {
        let elements = try Elements(of: text)
        #expect(elements.names.prefix(3) == ["svg", "title", "desc"], "\(kind)")
        #expect(!elements.names.contains("script"))
        #expect(elements.texts.allSatisfy { Escaping.visible($0) == $0 }, "\(kind)")
        #expect(!text.contains("\u{202E}") && !text.contains("\u{1B}"))
      }
      #expect(ChartSVG.page(of: chart).contains("prefers-color-scheme: dark"))
      #expect(ChartSVG.figure(of: chart, number: 3).contains("aria-labelledby=\"title3 "))
    }
  }

  @Test func `a file says the whole question it answers`() throws {
    let question = "top 3 people by followers as bars"
    let text = ChartSVG.page(of: try chart("bars", Drawn.few), asked: question)
    #expect(text.contains("<title id=\"title\">\(question)</title>"))
    #expect(try Elements(of: text).texts.contains(question))
  }

  @Test func `what names say is text`() throws {
    let text = ChartSVG.page(of: try chart("bars", Drawn.hostile))
    let elements = try Elements(of: text)
    #expect(elements.texts.contains { $0.contains("@\"</text><script>\"") })
    #expect(elements.texts.contains { $0.contains("@田中さん") })
  }

  @Test func `bars are as long as their values, from zero`() throws {
    for asked in ["followers", "change"] {
      let drawn = try chart("bars", Drawn.few, asked: [asked])
      let elements = try Elements(of: ChartSVG.figure(of: drawn, number: 1))
      let widths = elements.rectangles.compactMap { Double($0["width"] ?? "") }
      let values = try bars(drawn).bars.map(\.value).filter { !$0.isNaN }
      #expect(widths.count == values.count)
      let scale = (widths.max() ?? 0) / (values.map(\.magnitude).max() ?? 1)
      for (width, value) in zip(widths, values) {
        #expect(abs(width - value.magnitude * scale) < 0.2, "\(asked) \(value)")
      }
    }
  }

  @Test func `every mark lies inside`() throws {
    for (kind, table) in Self.all {
      let text = ChartSVG.figure(of: try chart(kind, table), number: 1)
      let elements = try Elements(of: text)
      let height = try #require(Double(elements.root["height"] ?? ""))
      for element in elements.attributes {
        for (name, limit) in [
          ("cx", 720), ("x", 720), ("x1", 720), ("x2", 720), ("cy", height), ("y", height),
          ("y1", height), ("y2", height),
        ] {
          guard let place = element[name].flatMap(Double.init) else { continue }
          #expect(place >= 0 && place <= limit, "\(kind): \(element)")
        }
      }
    }
  }

  @Test func `points in one place are one, with the names of both`() throws {
    let table = Drawn.people(
      ["a", "b", "c", "d", "e"],
      Drawn.numbers("n", [1, 1, 1, 1, 4]),
      Drawn.numbers("m", [2, 2, 2, 2, 5])
    )
    let elements = try Elements(of: ChartSVG.page(of: try chart("scatter", table)))
    #expect(elements.names.count { $0 == "circle" } == 2)
    #expect(elements.texts.contains("@a, @b, @c and 1 more: 1, 2"))
    let crowd = (0..<5_000).map { Double($0) }
    let many = Drawn.people(
      crowd.map { "p\(Int($0))" },
      Drawn.numbers("n", crowd),
      Drawn.numbers("m", crowd)
    )
    let dense = try Elements(of: ChartSVG.page(of: try chart("scatter", many)))
    #expect((500...1_100).contains(dense.names.count { $0 == "circle" }))
    #expect(dense.texts.contains { $0.contains(" more: near ") })
  }
}

/// What an XML document holds.
private final class Elements: NSObject, XMLParserDelegate {
  private(set) var names: [String] = []
  private(set) var attributes: [[String: String]] = []
  private(set) var texts: [String] = []

  var root: [String: String] { attributes.first ?? [:] }

  /// The bars: rectangles that have a place.
  var rectangles: [[String: String]] {
    zip(names, attributes).filter { $0 == "rect" && $1["x"] != nil }.map(\.1)
  }

  init(of text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? WrongShape() }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    names.append(name)
    self.attributes.append(attributes)
    texts.append("")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    // Line feeds part elements, and rules of style.
    let text = string.trimmingCharacters(in: .newlines)
    if names.last != "style", !texts.isEmpty { texts[texts.count - 1] += text }
  }
}
