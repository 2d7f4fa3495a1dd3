import Diagnostics
package import Graph
import Metrics
package import Query
package import Syntax
import Synchronization
import Values

/// What a session holds: the graph, the names, the settings.
///
/// A value.
package struct Session: Sendable {
  /// The people and all that is known of them.
  package var graph = Graph() {
    didSet {
      revision = Self.nextRevision()
      FreedMemory.giveBack()
    }
  }
  /// The names the user gave.
  package var definitions = Definitions() { didSet { revision = Self.nextRevision() } }
  /// What the parameters of scripts stand for.
  package var parameters = Parameters()
  /// The last answer, and what asked for it; nil before the first.
  package var last: LastAnswer? {
    didSet { if let last, last.showsPeople { lastPeople = last } }
  }
  /// The last answer that shows people: whom `those` means.
  private(set) var lastPeople: LastAnswer?
  /// The answers that were kept under names, in lower case.
  var keptAnswers: [String: LastAnswer] = [:]
  /// The settings.
  package var settings = ShellSettings() {
    didSet {
      if settings.query != oldValue.query { revision = Self.nextRevision() }
      kept.fit(within: settings.memoryLimit)
    }
  }
  /// The statements that brought the data, in the order they ran.
  var sources: [DataStatement] = []
  /// The tables it wrote to files, as they were then.
  var writtenFiles: Set<FileStamp> = []
  /// The state of what a question depends on; no two states of any sessions share a number.
  private(set) var revision = 0
  /// What measures gave at this revision.
  let kept = KeptMeasures()

  /// Whether files are out of reach: none is read or written.
  package var isSafe = false

  /// How often names were said in statements that were answered, in lower case.
  package var uses: [String: Int] = [:]
  /// The names the language has without any data.
  let vocabulary: Vocabulary
  /// The parser that knows them, and the names of the settings.
  package let parser: Parser

  /// A session in which nothing happened yet.
  package init(vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
    let settings = Setting.allCases.map(\.rawValue)
    parser = Parser(lexicon: vocabulary.lexicon(settings: settings))
  }

  /// Whether Enter should run a text rather than begin another line.
  package func isSubmittable(_ text: String) -> Bool { parser.isSubmittable(text) }
}

extension Session {
  /// Forgets the last answer: `|`, `last` and `those` have nothing to go on with.
  mutating func forgetAnswers() { (last, lastPeople) = (nil, nil) }

  /// Keeps memory that a question is done with for the next one; for a program's first lines.
  package static func keepFreedMemory() { FreedMemory.keep(bytes: 256 << 20) }

  private static let revisions = Atomic(0)

  private static func nextRevision() -> Int {
    revisions.add(1, ordering: .relaxed).newValue
  }

  /// A binder for a statement of a text that begins at a byte, which knows what the session does.
  ///
  /// `others` stand in for its definitions, and `assumed` for the people of a last table where there
  /// is none.
  func binder(
    of source: SourceText,
    from start: Int = 0,
    definitions others: Definitions? = nil,
    lastPeople assumed: LastPeople? = nil
  ) -> Binder {
    Binder(
      graph: graph,
      definitions: others ?? definitions.resolved(with: parameters, lexicon: parser.lexicon),
      settings: settings.query,
      source: source,
      start: start,
      last: (lastPeople ?? last)?.people(at: revision) ?? assumed,
      vocabulary: vocabulary
    )
  }

  /// What a question may use of what was computed before.
  var keeping: Keeping { Keeping(kept, at: revision, within: settings.memoryLimit) }

  /// Which files it may replace.
  var replacement: OutputFile.Replacement {
    var replacement = OutputFile.Replacement()
    replacement.isAllowedForAll = settings.replacesFiles
    replacement.written = writtenFiles
    return replacement
  }
}
