import Rendering
import Values

/// Charts as SVG: no scripts, text as text, light and dark as the reader's screen is.
package enum ChartSVG {
  /// The ending of its files, without the dot.
  package static let ending = "svg"

  /// A chart as a file of its own, under the question it answers.
  package static func page(of chart: Chart, asked question: String = "") -> String {
    var drawing = SVGDrawing()
    drawing.draw(chart, asked: question)
    let title = question.isEmpty ? chart.title : question
    let opening = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" class="chart" \(drawing.size) role="img" \
      aria-labelledby="title description">
      <title id="title">\(Markup.escaped(title))</title>
      <desc id="description">\(Markup.escaped(chart.words))</desc>
      <style>
      \(style)
      </style>
      <rect class="paper" width="100%" height="100%"/>

      """
    return opening + drawing.text + "</svg>\n"
  }

  /// A chart inside a page that holds `style`; `number` tells it from the others of the page.
  package static func figure(of chart: Chart, number: Int) -> String {
    var drawing = SVGDrawing()
    drawing.draw(chart)
    let opening = """
      <svg class="chart" \(drawing.size) role="img" \
      aria-labelledby="title\(number) description\(number)">
      <title id="title\(number)">\(Markup.escaped(chart.title))</title>
      <desc id="description\(number)">\(Markup.escaped(chart.words))</desc>

      """
    return opening + drawing.text + "</svg>\n"
  }

  /// The colours and fonts of all charts.
  ///
  /// Six colours that the colour-blind can tell apart, lighter ones on dark ground.
  package static let style = """
    .chart { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; max-width: 100%; height: auto }
    .chart text { fill: #1f2328; unicode-bidi: isolate }
    .chart .title { font-weight: 600; font-size: 15px }
    .chart .quiet { fill: #59636e }
    .chart .end { text-anchor: end }
    .chart .middle { text-anchor: middle }
    .chart .paper { fill: #ffffff }
    .chart .grid { stroke: #e3e7eb }
    .chart .axis { stroke: #818b98 }
    .chart .line { fill: none; stroke-width: 2; stroke-linejoin: round }
    \(rules(["#0072b2", "#d55e00", "#007a5a", "#a2458c", "#8a6100", "#3d6fd1"]))
    @media screen and (prefers-color-scheme: dark) {
    .chart text { fill: #e6edf3 }
    .chart .quiet { fill: #9aa4af }
    .chart .paper { fill: #15181c }
    .chart .grid { stroke: #2b3138 }
    .chart .axis { stroke: #6e7781 }
    \(rules(["#4ba3e3", "#ff9a5c", "#35c99b", "#e29bc4", "#f2b93b", "#9bb8ff"]))
    }
    """

  /// How many series have a colour of their own.
  static let colors = 6

  private static func rules(_ colors: [String]) -> String {
    colors.enumerated().map { number, color in
      ".chart .fill\(number) { fill: \(color) } .chart .stroke\(number) { stroke: \(color) } "
        + ".chart text.fill\(number) { fill: \(color) }"
    }
    .joined(separator: "\n")
  }
}

/// Elements of an SVG in the making, from the top.
struct SVGDrawing {
  /// The width of every chart, in its own units.
  static let width = 720.0
  /// The elements so far.
  private(set) var text = ""
  /// How far down it reaches.
  var height = 0.0

  /// The attributes for its size.
  var size: String {
    let (width, height) = (Self.spelled(Self.width), Self.spelled(height))
    return "viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
  }

  /// Draws a chart: its title, the question it answers, its marks and its notes.
  mutating func draw(_ chart: Chart, asked question: String = "") {
    add("title", at: (12, 26), chart.title)
    height = 30
    if !question.isEmpty { add(note: question) }
    height += 14
    switch chart.drawing {
    case .bars(let bars): draw(bars)
    case .plane(let plane): draw(plane)
    case .slope(let slope): draw(slope)
    case .matrix(let matrix): draw(matrix)
    }
    height += 6
    for note in chart.notes { add(note: note) }
    height += 10
  }

  /// A line below all that is there.
  mutating func add(note: String) {
    for line in Paragraph.wrap(note, width: 104) {
      height += 18
      add("quiet", at: (12, height - 4), line)
    }
  }

  /// A text at a place; what it says in full, where it is cut, is its title.
  mutating func add(
    _ classes: String,
    at place: (x: Double, y: Double),
    _ words: String,
    full: String? = nil
  ) {
    let (x, y) = (Self.spelled(place.x), Self.spelled(place.y))
    let title = full.map { "<title>\(Markup.escaped($0))</title>" } ?? ""
    add(
      "<text class=\"\(classes)\" x=\"\(x)\" y=\"\(y)\">\(title)\(Markup.escaped(words))</text>"
    )
  }

  /// A straight line.
  mutating func add(
    line classes: String,
    from start: (x: Double, y: Double),
    to end: (x: Double, y: Double)
  ) {
    let places = [("x1", start.x), ("y1", start.y), ("x2", end.x), ("y2", end.y)]
    let attributes = places.map { "\($0)=\"\(Self.spelled($1))\"" }.joined(separator: " ")
    add("<line class=\"\(classes)\" \(attributes)/>")
  }

  /// An element with a title that pointing at it shows.
  mutating func add(
    _ element: String,
    _ attributes: [(String, Double)],
    _ classes: String,
    title: String
  ) {
    let places = attributes.map { "\($0)=\"\(Self.spelled($1))\"" }.joined(separator: " ")
    add(
      "<\(element) class=\"\(classes)\" \(places)><title>\(Markup.escaped(title))</title></\(element)>"
    )
  }

  /// An element that is spelled already.
  mutating func add(_ element: String) { text += element + "\n" }

  /// A length with at most one digit behind the point.
  static func spelled(_ number: Double) -> String {
    let text = FixedPoint.text(number, decimals: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// About how wide a text is drawn.
  static func width(of text: String) -> Double { Double(DisplayWidth.of(text)) * 7.2 }

  /// A text cut to a width.
  static func cut(_ text: String, to width: Double) -> String {
    DisplayWidth.cut(text, to: max(1, Int(width / 7.2)))
  }
}
