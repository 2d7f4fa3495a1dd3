package import Diagnostics
package import Graph
import Metrics
package import Syntax
package import Values

/// The people of the last table, and the words that asked for them.
package struct LastPeople: Sendable {
  private let column: Column?
  /// A set in brackets that gives them; nil where no words do.
  let text: String?

  /// The people of a table, where it has a column of them.
  package init(of table: Table, text: String?) {
    column = table["person"]
    self.text = text
  }

  /// Whether the table lists people.
  var isOfPeople: Bool { column != nil }

  /// The people, in the table's order, under their numbers in a graph; those it does not know are
  /// left out.
  ///
  /// Complexity: O(people).
  func people(in graph: Graph) -> [(id: PersonID, handle: String)] {
    guard case .people(let people, let labels)? = column?.cells else { return [] }
    return people.compactMap { person in
      let handle = labels.handle(of: person)
      return graph.people.number(of: handle).map { ($0, handle) }
    }
  }
}

/// Resolves every name of a statement against one graph, the catalogue and the definitions.
///
/// It goes on after an error, so that all unknown names of a statement are reported at once.
package struct Binder {
  let graph: Graph
  let definitions: Definitions
  let settings: QuerySettings
  let vocabulary: Vocabulary
  /// The people of the last table; nil where there was none.
  let last: LastPeople?
  let source: SourceText
  /// Where the statement begins, for what is wrong with all of it.
  let start: Range<Int>
  /// What was wrong so far, in the order it was found.
  var diagnostics: [Diagnostic] = []
  /// The definitions being opened, to refuse one that refers to itself.
  var opened: [String] = []
  /// How many definitions were opened for the statement, one inside another or not.
  var openings = 0
  /// How deep the measure being bound lies in others.
  var depth = 0
  /// The columns of the table that names mean; nil where they mean measures of people.
  var columns: [ColumnOutline]?
  /// Whether the name of a relation means what its ties weigh.
  var takesTieWeights = false
  /// What to know about how names were taken, each once.
  var remarks: [String] = []
  /// The metrics of the question, whose companions may stand bare in its clauses.
  var companionCalls: [MetricCall] = []

  /// What asked for the last table; nil where no question gives it.
  package var lastQuestion: Question?
  /// Whether there is taken to be a table, of whatever measure.
  package var assumesTable = false

  /// A binder for the statement of a text that begins at a byte.
  package init(
    graph: Graph,
    definitions: Definitions,
    settings: QuerySettings,
    source: SourceText,
    start: Int = 0,
    last: LastPeople? = nil,
    vocabulary: Vocabulary = .standard
  ) {
    self.graph = graph
    self.definitions = definitions
    self.settings = settings
    self.source = source
    self.start = start..<start
    self.last = last
    self.vocabulary = vocabulary
  }

  /// A question, bound.
  ///
  /// Throws all that is wrong with it.
  package mutating func question(_ statement: Statement) throws(Diagnostics) -> Question? {
    var question: Question?
    switch statement {
    case .rank(let rank): question = bind(rank)
    case .list(let list): question = bind(list, as: .list)
    case .count(let list): question = bind(list, as: .count)
    case .show(let show): question = bind(show)
    case .aggregate(let aggregate): question = bind(aggregate)
    case .compare(let compare): question = bind(compare)
    case .correlate(let correlate): question = bind(correlate)
    case .explain(let explain): question = bind(explain)
    case .choose(let choose): question = bind(choose)
    case .overlap(let overlap): question = bind(overlap)
    case .path(let path): question = bind(path)
    case .piped(let inner, _): return try self.question(inner)
    default: return nil
    }
    if graph.isEmpty, diagnostics.isEmpty { reportNothingLoaded(at: start) }
    guard diagnostics.isEmpty, question != nil else {
      throw Diagnostics(sorting: diagnostics)
    }
    question?.remarks = remarks
    return question
  }

  /// Checks a definition: that its names are known (unless nothing is loaded yet), that it does not
  /// refer to itself, and that its name is free.
  package mutating func check(_ definition: Definition) throws(Diagnostics) {
    let name = definition.name
    let key = name.text.lowercased()
    let others = ["people", "trust", "my trust", Vocabulary.allMeasures]
    if vocabulary.metrics[key] != nil || vocabulary.companions[key] != nil {
      report(.nameTaken, "`\(name.text)` is a measure already", at: name.range)
    } else if MathFunction(rawValue: key) != nil {
      report(.nameTaken, "`\(name.text)` is a function already", at: name.range)
    } else if others.contains(key) || graph.relations.has(key) {
      report(.nameTaken, "`\(name.text)` has a meaning already", at: name.range)
    } else if let column = graph.attribute(key)?.name {
      report(.nameTaken, "`\(column)` is a column already", at: name.range)
    } else if graph.flagNames.contains(where: { $0.isSet(named: key) }) {
      report(.nameTaken, "`\(name.text)` is a set already", at: name.range)
    } else if let first = key.split(separator: " ").first.map(String.init),
      Grammar.leadingWords.contains(first)
    {
      report(
        .nameTaken,
        "`\(name.text)` could not be said: statements begin with `\(first)`",
        at: name.range
      )
    } else if Reading.bare(name.text) != name.text {
      report(
        .nameTaken,
        "`\(name.text)` could not be said: a name is words without signs",
        at: name.range
      )
    }
    // What it means is settled when its parameters stand for something.
    let isWaiting = !definition.unknownParameters.isEmpty
    opened = [key]
    switch definition.meaning {
    case _ where isWaiting: break
    case .people(.named(let bare)): _ = bindBareDefinition(bare)
    case .people(let people): _ = bind(people)
    case .measure(let measure): _ = bind(measure)
    case .list(let measures): for measure in measures { _ = bind(measure) }
    }
    if graph.isEmpty { diagnostics.removeAll { $0.code != .nameTaken } }
    guard diagnostics.isEmpty else { throw Diagnostics(diagnostics) }
  }

  /// A bare name behind `as` may be a set or a measure.
  private mutating func bindBareDefinition(_ name: Name) -> BoundPeople? {
    if let people = namedPeople(name, reporting: false) { return people }
    _ = bind(MeasureSyntax.named(name, []))
    return nil
  }

  /// Takes note of something to know about how a name was taken.
  mutating func remark(_ words: String) {
    if !remarks.contains(words) { remarks.append(words) }
  }

  /// Where some bytes of the source are.
  package func place(of range: Range<Int>) -> Place { source.place(of: range) }

  /// Takes note of what is wrong.
  mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    at range: Range<Int>,
    fix: String? = nil,
    choices: [String] = [],
    notes: [String] = []
  ) {
    // What is not loaded is told once, however many words want it.
    let isTold = code == .relationNotLoaded && diagnostics.contains { $0.message == message }
    if isTold { return }
    diagnostics.append(
      Diagnostic(
        code,
        message,
        at: source.place(of: range),
        fix: fix.map { Diagnostic.Fix(range: range, replacement: $0) },
        choices: choices,
        notes: notes
      )
    )
  }

  /// Takes note of a name nobody knows: with the one it clearly means, or the choices.
  mutating func reportUnknown(
    _ what: String,
    _ name: Name,
    among known: [String],
    written: (String) -> String = { $0 }
  ) {
    let close = NearestName.candidates(for: name.text, among: known)
    let clear = NearestName.clear(for: name.text, among: known)
    let few = known.count <= 8 && close.isEmpty ? known : close
    report(
      .unknownName,
      "no \(what) is called `\(name.text)`",
      at: name.range,
      fix: clear.map(written),
      choices: clear == nil ? few.map(written) : []
    )
  }
}
