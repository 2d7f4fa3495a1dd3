import Foundation
import Notation

/// The folder that holds a grammar, and below it what is made of it.
struct GrammarFolder {
  /// Where it is.
  let path: String

  /// What is made of the grammar: texts by their paths in the folder.
  func works() throws(AtlasError) -> [String: String] {
    let files = names(in: ".").filter { $0.hasSuffix(".gram") || $0.hasSuffix(".list") }
    let source: GrammarSource
    do throws(FileError) {
      source = try GrammarSource(files: files.map { "\(path)/\($0)" })
    } catch {
      throw .file(error)
    }
    let faults = GrammarCheck(source).faults
    guard faults.isEmpty else { throw .faults(faults) }
    let lexis = Lexis(source)
    var works = [
      "editors/kith.tmLanguage.json": TextMateGrammar(lexis).text,
      "editors/kith.vim": VimSyntax(lexis).text,
      "editors/grammar.js": TreeSitterGrammar(source).text,
      "editors/queries/highlights.scm": TreeSitterHighlights(source).text,
    ]
    for page in source.pages {
      works["diagrams/\(page.name).svg"] = RailroadPage(page, in: source)?.svg
    }
    return works
  }

  /// Writes what is made of the grammar, and takes away diagrams of files that are gone.
  func refresh() throws(AtlasError) {
    let works = try works()
    for name in surplus(beside: works) {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    for (name, text) in works.sorted(by: { $0.key < $1.key }) {
      let file = URL(filePath: "\(path)/\(name)")
      try? FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      do throws(FileError) { try TextFile(file.path).write(text) } catch { throw .file(error) }
    }
  }

  /// Fails where a file is missing, differs from what the grammar makes, or is made of nothing.
  func check() throws(AtlasError) {
    let works = try works()
    let stale = works.filter { name, text in
      (try? TextFile("\(path)/\(name)").read()) != text
    }
    let paths = (stale.keys + surplus(beside: works)).sorted().map { "\(path)/\($0)" }
    guard paths.isEmpty else { throw .stale(paths) }
  }

  private func surplus(beside works: [String: String]) -> [String] {
    names(in: "diagrams").filter { $0.hasSuffix(".svg") }.map { "diagrams/\($0)" }
      .filter { works[$0] == nil }
  }

  private func names(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
    return (names ?? []).sorted()
  }
}
