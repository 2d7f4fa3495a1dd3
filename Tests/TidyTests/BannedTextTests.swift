import Testing

/// What the code does without.
struct BannedTextTests {
  /// What may not stand in code, what to write instead, and where it may all the same.
  struct Ban: Sendable, CustomTestStringConvertible {
    let text: String
    let instead: String
    var isInComments = false
    var exceptIn: [String] = []

    var testDescription: String { text }
  }

  static let bans = [
    Ban(
      text: #"(?:^|[^.\w])print\("#,
      instead: "write to the conversation's surroundings",
      exceptIn: ["Sources/kith/", "Sources/Tooling/"]
    ),
    Ban(
      text: #"\bfatalError\("#,
      instead: "use `precondition` for our bugs, throw for the world's"
    ),
    Ban(text: #"\btry!"#, instead: "use `try` and let the error travel"),
    Ban(text: #"\bas!"#, instead: "use `as?` with an answer for nil, or a type that knows"),
    Ban(text: #"@unchecked\s+Sendable"#, instead: "hold a value, or a `Mutex`"),
    Ban(text: "@testable", instead: "use `package` access"),
    Ban(
      text: #"\bimport\s+Foundation\b"#,
      instead: "use the standard library and `Glibc`",
      exceptIn: ["Sources/Tooling/", "Tests/"]
    ),
    Ban(
      text: #"\bTODO\b(?!\s*\(?#\d+)"#,
      instead: "write its issue behind it, as #12",
      isInComments: true
    ),
    Ban(text: #"\bFIXME\b"#, instead: "mend it, or open an issue", isInComments: true),
  ]

  @Test(arguments: bans) func `is not written`(_ ban: Ban) throws {
    let pattern = try Regex(ban.text)
    for file in Checkout.sources where !ban.exceptIn.contains(where: file.path.hasPrefix) {
      let lines = ban.isInComments ? file.comments : file.code
      for (index, line) in lines.enumerated() where line.contains(pattern) {
        Issue.record("\(file.place(index)): \(ban.instead)")
      }
    }
  }

  /// Where unsafe code may stand, and why it must.
  static let unsafePlaces = [
    "Sources/Graph/": "loops over billions of ties without bounds checks or copies",
    "Sources/Metrics/Kernels/":
      "loops over billions of ties, and columns that threads fill at once",
    "Sources/Archiving/": "arrays to bytes and back without copies, and files read in place",
    "Sources/Importing/": "bytes of files, read in place",
    "Sources/LineEditing/": "libedit, and what a terminal is asked by",
    "Sources/CEditline/": "C",
    "Sources/CInflate/": "C",
    "Sources/Shell/MemoryUse.swift": "asks the system how much memory is taken",
    "Sources/CSystem/": "C",
    "Sources/Shell/FilePath.swift": "asks the C library for the folder",
    "Sources/Shell/OutputFile.swift": "writes files through the C library",
    "Sources/Shell/ScriptFile.swift": "reads files and folders through the C library",
    "Sources/kith/Descriptor.swift": "writes to descriptors through the C library",
    "Sources/kith/Pager.swift": "starts the pager through the C library",
    "Sources/kith/Terminal.swift": "reads the environment and opens `--output`",
    "Sources/Tooling/Notation/TextFile.swift": "reads and writes files through the C library",
  ]

  @Test func `unsafe code stands only where it must`() {
    var used: Set<String> = []
    for file in Checkout.sources where file.isProgram {
      for (index, line) in file.code.enumerated() where line.contains(/\bunsafe\b/) {
        if let place = Self.unsafePlaces.keys.first(where: file.path.hasPrefix) {
          used.insert(place)
        } else {
          Issue.record("\(file.place(index)): find a safe way, or give the reason in this test")
        }
      }
    }
    let isSwift = Self.unsafePlaces.filter { $0.value != "C" }.keys
    let unused = Set(isSwift).subtracting(used)
    #expect(unused.isEmpty, "no unsafe code there any more: take it off the list")
  }
}
