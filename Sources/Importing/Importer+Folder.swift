package import Diagnostics
package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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
  static func chosen(
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
    let first = named.prefix { $0 != .topics }
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
      choices: lines.isEmpty
        ? ["load follows from \"\(shownPath)\" (follower = COLUMN, followed = COLUMN)"]
        : Array(lines.dropFirst()),
      notes: ["its columns: describe \"\(shownPath)\""]
    )
  }
}

extension Importer {
  /// The lines that would load the files of a folder one by one, and what else it holds; nil where
  /// a path is no folder.
  ///
  /// Reads the folder's names only. Throws what stands in the way of that.
  package static func describe(
    folder path: String,
    shownPath: String
  ) throws(Diagnostics) -> FolderDescription? {
    guard (try? FolderEntry.isFolder(path)) == true else { return nil }
    let entries: [FolderEntry]
    do throws(ImportError) {
      entries = try FolderEntry.all(in: path)
    } catch {
      throw error.diagnostics(file: shownPath)
    }
    var report = FolderReport(folder: shownPath)
    let start = shownPath.hasSuffix("/") ? shownPath : shownPath + "/"
    let lines = chosen(among: entries, &report).map { thing, name in
      "load \(thing.line) from \"\(start)\(name)\""
    }
    return FolderDescription(folder: shownPath, lines: lines, others: report.leftAlone)
  }
}

/// What a folder holds, by its files' names: the answer to `describe "FOLDER"`.
package struct FolderDescription: Sendable {
  /// The folder as it was named.
  package let folder: String
  /// Complete `load` lines for the files that go by the name of a thing, in the order that loads them.
  package let lines: [String]
  /// What else it holds, and why that is not loaded, in the order of names.
  package let others: [(name: String, reason: String)]
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
  var line: String { isNamedRelation ? "relation \(LoadLine.column(word))" : word }
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

/// What a folder holds under one name, and whether that is a thing to load.
struct FolderEntry: Sendable, Hashable {
  /// The endings of files of rows, behind which `.gz` may stand; a name may do without.
  static let endings = ["", "csv", "tsv", "tab", "txt", "dat"]

  /// The name in the folder.
  let name: String
  /// What its rows are; nil where it is not to be loaded.
  let thing: LoadRequest.Thing?
  /// Why it is not to be loaded.
  let reason: String

  /// What a name, of a regular file or of something else, stands for.
  init(name: String, isFile: Bool) {
    self.name = name
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let found = FolderEntry.thing(String(parts[0]))
    var ending = parts.count > 1 ? parts[1].lowercased() : ""
    if ending == "gz" { ending = "" }
    if ending.hasSuffix(".gz") { ending.removeLast(3) }
    let isTable = FolderEntry.endings.contains(ending)
    thing = isFile && isTable ? found : nil
    reason =
      if !isFile {
        "is no file"
      } else if found == nil {
        "its name is no thing to load"
      } else {
        "its ending is none of .\(FolderEntry.endings.dropFirst().joined(separator: " ."))"
      }
  }

  /// The thing a file is named after: `people`, `mentions`, `relation-coauthor`.
  private static func thing(_ stem: String) -> LoadRequest.Thing? {
    if let thing = LoadRequest.Thing(word: stem) { return thing }
    let prefix = "relation"
    guard stem.lowercased().hasPrefix(prefix) else { return nil }
    let rest = stem.lowercased().dropFirst(prefix.count)
    guard let joint = rest.first, "-_ ".contains(joint), rest.count > 1 else { return nil }
    return .relation(String(rest.dropFirst()))
  }

  /// What a folder holds, in the order of names; hidden files are passed over.
  ///
  /// Throws what stands in the way of reading it.
  ///
  /// Unsafe: reads the folder through the C library.
  static func all(in path: String) throws(ImportError) -> [FolderEntry] {
    guard let directory = unsafe opendir(path) else { throw .cannotOpen(errno) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { name in
      var status = stat()
      let isThere = unsafe stat("\(path)/\(name)", &status) == 0
      return FolderEntry(name: name, isFile: isThere && status.st_mode & S_IFMT == S_IFREG)
    }
  }

  /// Whether there is a folder at a path, rather than something else or nothing.
  ///
  /// Throws where there is nothing.
  static func isFolder(_ path: String) throws(ImportError) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .cannotOpen(errno) }
    return status.st_mode & S_IFMT == S_IFDIR
  }
}
