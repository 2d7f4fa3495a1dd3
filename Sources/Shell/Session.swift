package import Graph
package import Query

/// What a session holds: the graph, the names, the settings.
///
/// A value.
package struct Session: Sendable {
  /// The people and all that is known of them.
  package var graph = Graph()
  /// The names the user gave.
  package var definitions = Definitions()
  /// The settings.
  package var settings = ShellSettings()

  /// A session in which nothing happened yet.
  package init() {}
}
