import Foundation

/// The files of a made graph, in a folder of its own.
package struct GraphFiles: Sendable {
  /// What the files hold.
  package struct Summary: Codable, Sendable {
    /// The version of the recipe they were made by.
    var recipe = GraphFiles.recipe
    /// How many people there are in all files, numbered by first appearance.
    var people = 0
    /// How many follows.
    var follows = 0
    /// How many interests.
    var interests = 0
    /// How many interactions.
    var interactions = 0
    /// Who has most followers, by number.
    var top: UInt32 = 0
    /// Who has most followers, by name.
    var topName = ""
    /// The first hundred who follow somebody, by number.
    var seeds: [UInt32] = []
    /// The first hundred who follow somebody, by name.
    var seedNames: [String] = []
  }

  /// Files of another recipe are made anew.
  static let recipe = 2
  /// The topic that questions are about.
  static let topic = "t3"

  /// Where they are.
  let folder: URL
  /// What they hold.
  let summary: Summary

  /// The files of that size, made where they are not there.
  init(_ size: GraphSize, below folder: URL) throws {
    self.folder = folder.appending(path: size.rawValue, directoryHint: .isDirectory)
    let page = self.folder.appending(path: "graph.json")
    if let known = try? JSONDecoder().decode(Summary.self, from: Data(contentsOf: page)),
      known.recipe == GraphFiles.recipe
    {
      summary = known
      return
    }
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    summary = try GraphMaker(size, in: self.folder).make()
    try JSONEncoder().encode(summary).write(to: page)
  }

  /// The path of one of them.
  func path(_ name: String) -> String { folder.appending(path: name).path }
}
