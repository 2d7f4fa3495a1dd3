import Diagnostics
import Graph
import Importing
import Testing
import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a load should come to.
enum Expected {
  /// These counts of the report, and parts of its sentence and its notes.
  case report(_ counts: [String: Int], sentence: String? = nil, notes: [String] = [])
  /// A diagnostic of this code, whose texts together contain these parts.
  case error(DiagnosticCode, _ parts: [String] = [])
}

/// One entry of the brackets, as it would be written: `truster = source`, `scale = 1 to 5`.
func mapping(_ text: String) -> LoadRequest.Mapping {
  let sides = text.split(separator: "=", maxSplits: 1).map { $0.trimmed }
  let theirs = sides[1]
  let range = theirs.split(separator: " ").map(String.init)
  let source: LoadRequest.Mapping.Source =
    if theirs.hasPrefix("\"") {
      .text(String(theirs.dropFirst().dropLast()))
    } else if range.count == 3, range[1] == "to", let from = Double(range[0]),
      let to = Double(range[2])
    {
      .range(from, to)
    } else if let number = Double(theirs) {
      .number(number)
    } else {
      .name(theirs)
    }
  return LoadRequest.Mapping(ours: sides[0], theirs: source, range: 10..<(10 + text.utf8.count))
}

/// Loads a text as a thing and checks what comes of it.
@discardableResult
func check(
  _ text: String,
  as thing: LoadRequest.Thing,
  _ brackets: [String] = [],
  into graph: Graph = Graph(),
  expect: Expected,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Graph {
  check(
    bytes: Array(text.utf8),
    as: thing,
    brackets,
    into: graph,
    expect: expect,
    sourceLocation: sourceLocation
  )
}

/// Loads bytes as a thing and checks what comes of it.
@discardableResult
func check(
  bytes: [UInt8],
  as thing: LoadRequest.Thing,
  _ brackets: [String] = [],
  into graph: Graph = Graph(),
  expect: Expected,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Graph {
  let file = TemporaryFile(bytes)
  return check(
    path: file.path,
    shown: "f.csv",
    as: thing,
    brackets,
    into: graph,
    expect: expect,
    sourceLocation: sourceLocation
  )
}

/// Loads a file as a thing and checks what comes of it.
@discardableResult
func check(
  path: String,
  shown: String? = nil,
  as thing: LoadRequest.Thing,
  _ brackets: [String] = [],
  into graph: Graph = Graph(),
  expect: Expected,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Graph {
  let request = LoadRequest(
    thing: thing,
    path: path,
    shownPath: shown,
    mappings: brackets.map(mapping)
  )
  do throws(Diagnostics) {
    let (loaded, report) = try Importer.load(request, into: graph, watchedBy: .unwatched)
    guard case .report(let counts, let sentence, let notes) = expect else {
      Issue.record("loaded: \(report)", sourceLocation: sourceLocation)
      return loaded
    }
    for (name, count) in counts {
      #expect(report[name] == count, "\(name): \(report)", sourceLocation: sourceLocation)
    }
    if let sentence { #expect(report.sentence == sentence, sourceLocation: sourceLocation) }
    for note in notes {
      let found = report.notes.contains { $0.contains(note) }
      #expect(found, "\(note) in \(report.notes)", sourceLocation: sourceLocation)
    }
    return loaded
  } catch {
    guard case .error(let code, let parts) = expect else {
      Issue.record("refused: \(error)", sourceLocation: sourceLocation)
      return graph
    }
    #expect(error.all.first?.code == code, "\(error)", sourceLocation: sourceLocation)
    let texts = error.all.flatMap {
      [$0.message, $0.place?.description ?? "nowhere", "fix: (\($0.fix?.replacement ?? ""))"]
        + $0.choices + $0.notes
    }.joined(separator: "\n")
    for part in parts {
      #expect(texts.contains(part), "\(part) in \(texts)", sourceLocation: sourceLocation)
    }
    return graph
  }
}

/// A file that is gone when its test ends.
struct TemporaryFile: ~Copyable {
  let path: String

  init(_ bytes: [UInt8]) {
    path = "/tmp/kith-import-\(UInt64.random(in: 0 ... .max))"
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    let written = unsafe bytes.withUnsafeBytes {
      unsafe write(descriptor, $0.baseAddress, $0.count)
    }
    #expect(written == bytes.count)
    close(descriptor)
  }

  deinit { _ = unsafe unlink(path) }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
