import Foundation
import PackagePlugin

/// Weaves before each build what changed: the catalogue of every target that has a `Catalog`
/// folder, the grammar for `Syntax`, and the files that `Examples` carries.
@main
struct LoomPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let loom = try context.tool(named: "Loom").url
    let output = context.pluginWorkDirectoryURL
    var commands: [Command] = []

    let entries = files(in: target.directoryURL.appending(path: "Catalog"), ending: "swift")
    if !entries.isEmpty {
      let woven = output.appending(path: "Catalog+Woven.swift")
      commands.append(
        .buildCommand(
          displayName: "Weaving the catalogue of \(target.name)",
          executable: loom,
          arguments: ["catalogue", target.name, woven.path] + entries.map(\.path),
          inputFiles: entries,
          outputFiles: [woven]
        )
      )
    }
    if target.name == "Syntax" {
      let grammar = context.package.directoryURL.appending(path: "grammar")
      let sources = files(in: grammar, ending: "gram") + files(in: grammar, ending: "list")
      let woven = output.appending(path: "Grammar+Woven.swift")
      commands.append(
        .buildCommand(
          displayName: "Weaving the grammar",
          executable: loom,
          arguments: ["grammar", woven.path] + sources.map(\.path),
          inputFiles: sources,
          outputFiles: [woven]
        )
      )
    }
    if target.name == "Examples" {
      let root = context.package.directoryURL.appending(path: "examples")
      let lessons = files(in: root.appending(path: "lessons"), ending: "kith")
      let people = ["eight-people", "village"].flatMap { name in
        let folder = root.appending(path: name)
        return files(in: folder, ending: "csv") + files(in: folder, ending: "kith")
      }
      // The answer key stays at home.
      let sources = lessons + people.filter { $0.lastPathComponent != "truth.csv" }
      let woven = output.appending(path: "Examples+Woven.swift")
      commands.append(
        .buildCommand(
          displayName: "Weaving the examples",
          executable: loom,
          arguments: ["examples", woven.path, root.path] + sources.map(\.path),
          inputFiles: sources,
          outputFiles: [woven]
        )
      )
    }
    return commands
  }

  private func files(in folder: URL, ending suffix: String) -> [URL] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    return (found ?? []).filter { $0.pathExtension == suffix }.sorted { $0.path < $1.path }
  }
}
