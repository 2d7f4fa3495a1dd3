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

  /// The name of its kind, as `as` takes it.
  package let kind: String
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
    kind: String,
    title: String,
    drawing: Drawing,
    notes: [String] = [],
    replacesParts: Bool = false
  ) {
    self.replacesParts = replacesParts
    self.kind = kind
    self.title = title
    self.drawing = drawing
    self.notes = notes
  }
}

/// One kind of chart: one file in `Catalog`, a type of the file's name.
package protocol ChartKind: Sendable {
  /// Its name and what it shows.
  var card: ChartCard { get }

  /// The chart of a table; throws where the table has nothing it could show.
  func chart(of source: ChartSource) throws(ChartRefusal) -> Chart
}

/// What is said about a kind of chart.
package struct ChartCard: Sendable {
  /// The name, as `as` takes it.
  package let name: String
  /// What it shows, in a few words.
  package let summary: String
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
    all.first { $0.card.name == name.lowercased() }
  }
}
