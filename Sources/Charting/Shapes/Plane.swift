/// Points between two axes, alone or joined to lines.
package struct Plane: Sendable {
  /// One point.
  package struct Point: Sendable, Hashable {
    /// Its number on the horizontal axis.
    package let x: Double
    /// Its number on the vertical axis.
    package let y: Double
    /// What it stands for.
    package let name: String
  }

  /// Points that belong together.
  package struct Series: Sendable {
    /// What they have in common; nil where there is one series only.
    package let name: String?
    /// The points by runs; those of one run are joined, from the left.
    package let runs: [[Point]]

    /// The points of all runs.
    package var points: [Point] { runs.flatMap(\.self) }
  }

  /// The horizontal axis.
  package let x: Scale
  /// The vertical axis.
  package let y: Scale
  /// The series, the first one drawn last.
  package let series: [Series]
  /// Whether the points of a run are joined.
  package let joins: Bool
  /// The points that are called by name while there is room, the most telling first.
  package let named: [Point]
}
