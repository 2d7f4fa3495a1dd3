import Graph
import Values

/// Loads files of ties between people: follows, trust, any other relation.
///
/// A large file is read in pieces by several threads. Where a piece cannot be told without those
/// before it, and for pipes, the rows are read in their order; what comes of it is the same.
struct TieLoader {
  /// What is to be done with the rows.
  var plan: TiePlan
  private let graph: Graph
  /// About how many rows there are.
  let rows: Int
  /// Who reads and sorts.
  let sharing: WorkSharing
  /// About how many bytes of the file are read as one.
  let pieceSize: Int
  /// The people the file names.
  var numbering: NameNumbering

  /// A loader by the plan, which expects about so many rows.
  init(
    _ plan: LoadPlan,
    into graph: Graph,
    expecting rows: Int,
    _ sharing: FileSharing,
    watchedBy monitor: WorkMonitor
  ) {
    self.plan = TiePlan(plan, into: graph)
    self.graph = graph
    self.rows = rows
    self.sharing = WorkSharing(threads: sharing.threads, watchedBy: monitor)
    pieceSize = sharing.pieceSize
    numbering = NameNumbering(expecting: rows / 40)
  }

  /// Loads the rows from where the scanner stands on.
  ///
  /// Throws what is wrong with the file as a whole.
  consuming func load(
    _ scanner: inout RowScanner,
    _ report: inout LoadReport
  ) throws(ImportError) -> Graph {
    let (whole, ties) = TiePiece.joined(try read(&scanner))
    report.refusals = whole.refusals
    guard whole.rows > 0, whole.refused * 2 <= whole.rows else {
      throw .nothingUsable(rows: whole.rows, refused: whole.refused, first: report.refusals)
    }
    report.add("rows read", whole.rows, evenZero: true)
    try checkWeights(whole.span)
    var builder = GraphBuilder(extending: graph)
    let people = builder.people(of: numbering)
    let countBefore = graph.people.count
    let named = PersonSet(people.filter { $0 < countBefore }, universe: countBefore)
    try add(ties, numbered: people, whole, to: &builder, &report)
    report.add("rows refused", whole.refused)
    let newPeople = builder.personCount - countBefore
    report.add("people", named.count + newPeople, evenZero: true)
    report.add("new people", newPeople, evenZero: true)
    report.notes += LoadReport.notes(whole.latin1, commentLines: whole.commentLines)
    return builder.frozen()
  }

  /// All rows, in the quickest way there is.
  private mutating func read(_ scanner: inout RowScanner) throws(ImportError) -> [TiePiece] {
    if let pieces = try readTogether(scanner) { return pieces }
    return try readInOrder(&scanner)
  }

  /// All rows in their order.
  private mutating func readInOrder(
    _ scanner: inout RowScanner
  ) throws(ImportError) -> [TiePiece] {
    plan.isPiecewise = false
    if numbering.count > 0 { numbering = NameNumbering(expecting: rows / 40) }
    var intake = TieIntake(plan, numbering, expecting: rows, coded: true)
    try intake.takeAll(&scanner)
    numbering = intake.numbering
    return [intake.piece]
  }

  /// Adds the ties to the graph, and tells what became of them.
  private func add(
    _ ties: consuming [TieBuffer],
    numbered people: [PersonID],
    _ whole: TiePiece,
    to builder: inout GraphBuilder,
    _ report: inout LoadReport
  ) throws(ImportError) {
    var all = TieParts(ties, numbers: people)
    ties = []
    var selfTies = whole.selfTies
    if !graph.people.owners.isEmpty {
      let (others, loops) = all.withoutLoops()
      all = others
      selfTies += loops
    }
    let taken = all.count
    report.sentence = sentence(all.first, builder)
    var trusted = 0
    let repeats: Int?
    switch plan.load.thing {
    case .follows where plan.weight > 0 && whole.unweighted == 0:
      repeats = builder.addFollowsWithTrust(consume all, sharedBy: sharing)
      trusted = taken - (repeats ?? 0)
    case .follows where plan.weight > 0:
      let joined = (consume all).joined()
      let trust = joined.droppingUnknownWeights()
      trusted = trust.count - builder.add(trust, to: "trust")
      let follows = TieParts([joined.withoutWeights()])
      repeats = builder.add(follows, to: "follows", sharedBy: sharing)
    default: repeats = builder.add(consume all, to: plan.load.thing.word, sharedBy: sharing)
    }
    guard let repeats else { throw .stopped }
    report.add("ties", taken - repeats, evenZero: true)
    if plan.load.thing == .follows { report.add("with trust", trusted) }
    report.add("duplicates dropped", repeats)
    report.add("self-ties dropped", selfTies)
    if plan.weight <= 0, plan.load.thing == .trust {
      report.notes.append("no weight column: every tie weighs 1")
    }
    if let note = plan.scale.note { report.notes.append(note) }
  }

  /// Throws where trust leaves -1 to 1, or where a scale that was declared does not fit.
  private func checkWeights(_ span: WeightSpan) throws(ImportError) {
    guard plan.load.thing == .trust || plan.load.thing == .follows else { return }
    let floor: Double = if case .span = plan.scale { 0 } else { -1 }
    guard let place = span.outlier(of: floor...1, after: plan.scale) else { return }
    throw .weightOutOfScale(
      ImportError.WeightBounds(
        thing: "trust",
        line: place.line,
        column: place.column,
        least: span.least,
        greatest: span.greatest,
        floor: floor,
        scale: plan.scale.written,
        countColumn: nil
      )
    )
  }

  private func sentence(
    _ first: (source: PersonID, target: PersonID, weight: Double)?,
    _ builder: borrowing GraphBuilder
  ) -> String {
    guard let first else { return "" }
    let source = LoadLine.person(builder.handle(of: first.source))
    let target = LoadLine.person(builder.handle(of: first.target))
    let amount = first.weight.shortText
    let thing = plan.load.thing
    switch thing {
    case .trust: return "\(source) trusts \(target) with \(amount)"
    case .follows where plan.weight > 0 && !first.weight.isNaN:
      return "\(source) follows \(target), and trusts with \(amount)"
    case .follows: return "\(source) follows \(target)"
    default:
      let weight = plan.weight > 0 ? ", weight \(amount)" : ""
      return "\(source) \(thing.word) \(target)\(weight)"
    }
  }
}
