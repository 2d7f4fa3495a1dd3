import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension ImportError {
  /// The words: everything there is to say about the load that was asked for.
  func diagnostics(of request: LoadRequest) -> Diagnostics {
    if case .weightOutOfScale(let bounds) = self {
      return Diagnostics([bounds.diagnostic(of: request)])
    }
    return diagnostics(file: request.shownPath)
  }

  /// The words: everything there is to say about one file, named as it was named.
  func diagnostics(file: String) -> Diagnostics {
    switch self {
    case .several(let errors): Diagnostics(errors.map { $0.diagnostic(file) })
    case .aliasConflicts(let conflicts):
      Diagnostics(ImportError.diagnostics(of: conflicts, in: file))
    case .topicCycle(let loop): Diagnostics([loop.diagnostic(in: file)])
    default: Diagnostics([diagnostic(file)])
    }
  }

  private func diagnostic(_ file: String) -> Diagnostic {
    let name = "\"\(file)\""
    switch self {
    case .cannotOpen(let code): return cannotOpen(name, code)
    case .cannotRead(let code):
      return Diagnostic(.unreadableFile, "\(name) stopped giving bytes: \(systemWords(code))")
    case .isFolder:
      return Diagnostic(.unreadableFile, "\(name) is a folder, a file is wanted here")
    case .isEmpty: return Diagnostic(.nothingUsable, "\(name) is empty")
    case .onlyComments:
      return Diagnostic(
        .nothingUsable,
        "\(name) holds nothing but lines that begin with # or %, which are comments",
        notes: ["fix: write names without #, or in quotes: \"#yoga\""]
      )
    case .isNoTable(let content):
      return Diagnostic(
        .unreadableFile,
        "\(name) \(content.words)",
        notes: ["fix: \(content.fix)"]
      )
    case .becameShorter:
      return Diagnostic(
        .unreadableFile,
        "\(name) became shorter while it was read, and nothing was loaded",
        notes: ["fix: load it again once it is written"]
      )
    case .streamTooLong:
      return Diagnostic(
        .unreadableFile,
        "\(name) is no regular file and goes on beyond 1 GiB",
        notes: ["fix: write it to a file first"]
      )
    case .unpacksTooFar, .packedCut, .packedDamaged: return packedDiagnostic(name)
    case .rowTooLong(let line):
      return Diagnostic(
        .unreadableFile,
        "the row that begins here is longer than 16 MiB",
        at: Place(file: file, line: line, column: 1),
        notes: ["a quote may open on this line and not close"]
      )
    case .stopped:
      return Diagnostic(.interrupted, "stopped while reading \(name); nothing was loaded")
    case .tooMany(let what):
      return Diagnostic(.outOfRange, "\(name) holds more \(what) than can be numbered")
    case .otherKind(let column, let known, let found):
      return Diagnostic(
        .wrongColumnKind,
        "the column `\(column)` of \(name) is \(found), and \(known) where it was loaded before",
        notes: ["fix: give it another name, such as (\(column) again = \(column))"]
      )
    case .severalKinds(let column, let thing, let general):
      return Diagnostic(
        .wrongColumnKind,
        "the column `\(column)` of \(name) says what kind each row is, and \(thing) are of one",
        notes: ["fix: load \(general) from \(name)"]
      )
    case .nothingUsable(let rows, let refused, let first):
      return nothingUsable(name, file, rows, refused, first)
    default: return bracketDiagnostic(name, file)
    }
  }

  /// What is wrong with a file that gzip packed.
  private func packedDiagnostic(_ name: String) -> Diagnostic {
    switch self {
    case .packedCut(let place):
      Diagnostic(
        .unreadableFile,
        "\(name) ends in the middle of what gzip packed, at byte \(place); nothing was loaded",
        notes: ["fix: fetch or pack it again: its end is missing"]
      )
    case .packedDamaged(let place):
      Diagnostic(
        .unreadableFile,
        "\(name) is damaged: it cannot be unpacked beyond byte \(place); nothing was loaded",
        notes: ["fix: fetch or pack it again; gzip -t tells whether it is whole"]
      )
    default:
      Diagnostic(
        .unreadableFile,
        "\(name) unpacks to more than \(ByteWindow.mostUnpacked) times its size and 1 GiB",
        notes: ["fix: unpack it first, if it is a table: gunzip \(name)"]
      )
    }
  }

  private func cannotOpen(_ name: String, _ code: Int32) -> Diagnostic {
    switch code {
    case ENOENT: Diagnostic(.unreadableFile, "there is no file \(name)")
    case EACCES, EPERM: Diagnostic(.unreadableFile, "\(name) may not be read by this user")
    default: Diagnostic(.unreadableFile, "\(name) cannot be opened: \(systemWords(code))")
    }
  }

  private func systemWords(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0).lowercased() } ?? "error \(code)"
  }

  private func nothingUsable(
    _ name: String,
    _ file: String,
    _ rows: Int,
    _ refused: Int,
    _ first: [LoadReport.Refusal]
  ) -> Diagnostic {
    let message =
      rows == 0
      ? "\(name) has no rows"
      : "nothing was loaded: \(refused) of \(rows) rows in \(name) cannot be used"
    let places = first.map { "\(file):\($0.line):\($0.column): \($0.reason)" }
    return Diagnostic(
      .nothingUsable,
      message,
      at: first.first.map { Place(file: file, line: $0.line, column: $0.column) },
      notes: places + ["the columns and their kinds: describe \(name)"]
    )
  }
}

extension ImportError.Content {
  /// What the file is, in words that follow its name.
  var words: String {
    switch self {
    case .utf16: "is written in UTF-16, UTF-8 is wanted"
    case .zeroBytes: "holds zero bytes, so it is no text"
    case .gzip: "is compressed"
    case .zip: "is a zip archive or a spreadsheet"
    case .parquet: "is a Parquet file, rows of text are wanted"
    case .database: "is a database, rows of text are wanted"
    case .markup: "is XML or HTML, rows of text are wanted"
    case .json: "is JSON, rows of text are wanted"
    case .gml: "is a graph in GML, rows of text are wanted, a tie each"
    case .dot: "is a graph in DOT, rows of text are wanted, a tie each"
    case .pajek: "is a graph in Pajek's format, rows of text are wanted, a tie each"
    }
  }

  /// What would mend it.
  var fix: String {
    switch self {
    case .utf16: "iconv -f UTF-16 -t UTF-8 OLD > NEW"
    case .gzip: "gunzip it first"
    case .zip: "unpack it, or save the sheet as CSV"
    case .zeroBytes, .parquet, .database, .markup, .json: "save it as CSV"
    case .gml, .dot, .pajek:
      "write its edges as CSV; Gephi exports them, and so does NetworkX by write_edgelist"
    }
  }
}

extension ImportError.WeightBounds {
  /// What is wrong with the weights, and which scales would mend it.
  func diagnostic(of request: LoadRequest) -> Diagnostic {
    let shown = "weights run from \(least.shortText) to \(greatest.shortText)"
    let fix = choices.first.flatMap { request.fix(entering: $0) }
    let after = scale.map { " with scale = \($0)" } ?? ""
    return Diagnostic(
      .weightOutOfScale,
      "\(shown)\(after), \(thing) from \(floor.shortText) to 1",
      at: Place(file: request.shownPath, line: line, column: column),
      fix: fix,
      choices: choices,
      notes: fix == nil ? choices.first.map { ["fix: (\($0))"] } ?? [] : []
    )
  }

  /// The entries that would mend it, likeliest first.
  private var choices: [String] {
    let choices = Scale.likely(for: least...greatest, floor: floor).compactMap(\.written)
      .map { "scale = \($0)" }
    guard let countColumn, least >= 0 else { return choices }
    let count = "count = \(LoadLine.column(countColumn))"
    return greatest > 100 ? [count] + choices : choices + [count]
  }
}
