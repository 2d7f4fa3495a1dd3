/// A picture of a table: what is drawn, on which scales, with which words.
///
/// It is made once; terminals and SVG draw the same one.
package struct Chart: Sendable {
  /// What is drawn.
  package enum Drawing: Sendable {
    case bars(Bars)
    case plane(Plane)
    case slope(SlopeLines)
    case matrix(Matrix)
  }

  /// What it shows, in a few words.
  package let title: String
  /// What is drawn.
  package let drawing: Drawing
  /// What to know about it, a line each: what is left out and why, how an axis is made.
  package let notes: [String]
  /// Whether it shows what came beside the table.
  package let replacesParts: Bool

  /// A chart.
  init(
    title: String,
    drawing: Drawing,
    notes: [String] = [],
    replacesParts: Bool = false
  ) {
    self.replacesParts = replacesParts
    self.title = title
    self.drawing = drawing
    self.notes = notes
  }
}

/// One kind of chart: one file in `Catalog`, a type of the file's name.
package protocol ChartKind: Sendable {
  /// Its name, as `as` takes it.
  var name: String { get }

  /// The chart of a table; throws where the table has nothing it could show.
  func chart(of source: ChartSource) throws(ChartRefusal) -> Chart
}

/// Why a table cannot be drawn in some way.
package struct ChartRefusal: Error, Hashable {
  /// What the table lacks, in one sentence.
  package let message: String
  /// What could be asked for in its place.
  package let instead: [String]

  /// A refusal.
  init(_ message: String, instead: [String] = []) {
    self.message = message
    self.instead = instead
  }
}

extension ChartKindCatalog {
  /// The kind of that name.
  package static func kind(named name: String) -> (any ChartKind)? {
    all.first { $0.name == name.lowercased() }
  }
}
