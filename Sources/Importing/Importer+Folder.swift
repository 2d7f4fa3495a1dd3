package import Diagnostics
package import Graph
package import Values

extension Importer {
  /// Loads the files of a folder that go by the name of a thing, such as `people.csv`, those that
  /// others build upon first; all of them or none.
  ///
  /// `shownPath` is the folder as it was named, and `range` the bytes of the statement that asked.
  ///
  /// Throws what is wrong with the first file that cannot be loaded, that none goes by such a name,
  /// and for a file the line that would load it.
  package static func load(
    folder path: String,
    shownPath: String,
    askedAt range: Range<Int> = 0..<0,
    into graph: Graph,
    watchedBy monitor: WorkMonitor = .unwatched
  ) throws(Diagnostics) -> (graph: Graph, report: FolderReport) {
    let entries: [FolderEntry]?
    do throws(ImportError) {
      entries = try FolderEntry.isFolder(path) ? FolderEntry.all(in: path) : nil
    } catch {
      throw error.diagnostics(file: shownPath)
    }
    guard let entries else { throw Diagnostics([try file(path, shownPath, range)]) }
    var report = FolderReport(folder: shownPath)
    let files = chosen(among: entries, &report)
    guard !files.isEmpty else { throw Diagnostics([nothingNamed(shownPath, report)]) }
    let start = path.hasSuffix("/") ? path : path + "/"
    let shownStart = shownPath.hasSuffix("/") ? shownPath : shownPath + "/"
    var graph = graph
    for (thing, name) in files {
      let request = LoadRequest(thing: thing, path: start + name, shownPath: shownStart + name)
      let loaded: LoadReport
      do throws(Diagnostics) {
        (graph, loaded) = try load(request, into: graph, watchedBy: monitor)
      } catch {
        throw error.noting(
          "nothing of \"\(shownPath)\" was loaded; a line of its own can say more: "
            + "load \(thing.line) from \"\(request.shownPath)\" (...)"
        )
      }
      report.files.append(loaded)
    }
    return (graph, report)
  }

  /// The files to load, in order: one for each thing, the first by name.
  private static func chosen(
    among entries: [FolderEntry],
    _ report: inout FolderReport
  ) -> [(thing: LoadRequest.Thing, name: String)] {
    var nameOf: [LoadRequest.Thing: String] = [:]
    for entry in entries {
      if let thing = entry.thing {
        if let other = nameOf[thing] {
          report.leftAlone.append((entry.name, "\(other) goes by the same name"))
        } else {
          nameOf[thing] = entry.name
        }
      } else {
        report.leftAlone.append((entry.name, entry.reason))
      }
    }
    let relations = nameOf.keys.filter { $0.isNamedRelation }.sorted { $0.word < $1.word }
    let named = LoadRequest.Thing.named
    let first = named.prefix { $0 != .interests }
    return (first + relations + named.dropFirst(first.count)).compactMap { thing in
      nameOf[thing].map { (thing, $0) }
    }
  }

  /// What to say where no file of a folder goes by the name of a thing.
  private static func nothingNamed(_ folder: String, _ report: FolderReport) -> Diagnostic {
    let things = LoadRequest.Thing.named.map { "\($0.word).csv" } + ["relation-NAME.csv"]
    let held = report.leftAlone.prefix(5).map(\.name).joined(separator: ", ")
    let more = report.leftAlone.count > 5 ? ", ..." : ""
    return Diagnostic(
      .nothingUsable,
      report.leftAlone.isEmpty
        ? "the folder \"\(folder)\" is empty"
        : "no file in \"\(folder)\" goes by the name of a thing: it holds \(held)\(more)",
      notes: ["looked for: \(things.joined(separator: ", "))"]
    )
  }

  /// What to say where a file stands in the place of a folder: the lines that would load it.
  ///
  /// Throws what stands in the way of reading it.
  private static func file(
    _ path: String,
    _ shownPath: String,
    _ range: Range<Int>
  ) throws(Diagnostics) -> Diagnostic {
    let lines = try describe(path: path, shownPath: shownPath).proposals
    let fix = lines.first.flatMap { line in
      range.isEmpty ? nil : Diagnostic.Fix(range: range, replacement: line)
    }
    return Diagnostic(
      .ambiguousName,
      "\"\(shownPath)\" is a file, and what its rows are is not said",
      fix: fix,
      choices: lines.isEmpty ? ["load follows from \"\(shownPath)\""] : lines,
      notes: ["its columns: describe \"\(shownPath)\""]
    )
  }
}

/// What became of a folder: the answer to `load "FOLDER"`.
package struct FolderReport: Sendable {
  /// The folder as it was named.
  package let folder: String
  /// The reports of the files that were loaded, in the order they were.
  package internal(set) var files: [LoadReport] = []
  /// What else the folder holds, and why that was left alone, in the order of names.
  package internal(set) var leftAlone: [(name: String, reason: String)] = []
}

extension LoadRequest.Thing {
  /// Whether it is a relation that has no word of its own.
  fileprivate var isNamedRelation: Bool { if case .relation = self { true } else { false } }

  /// How a `load` line names it.
  fileprivate var line: String { isNamedRelation ? "relation \(LoadLine.column(word))" : word }
}

extension Diagnostics {
  /// The same with one more sentence behind the last.
  fileprivate func noting(_ note: String) -> Diagnostics {
    var all = all
    if !all.isEmpty, all[all.count - 1].code != .interrupted {
      all[all.count - 1].notes.append(note)
    }
    return Diagnostics(all)
  }
}
