import Graph
import Values

/// Takes rows that are ties between people: follows, trust, any other relation.
///
/// Rows whose names are short wait until there are some dozens, and are numbered together.
struct TieLoader: RowLoader {
  /// A tie whose people are not numbered yet.
  private struct Waiting {
    let source: UInt64
    let target: UInt64
    let weight: Double
    let time: Instant?
  }

  /// How many rows wait for each other.
  private static let batch = 64

  private let thing: LoadRequest.Thing
  private let source: Int
  private let target: Int
  private let weight: Int
  private let time: Int
  private let scale: Scale
  private var people: NameIntake
  private var waiting: [Waiting] = []
  private var glances: [(source: UInt32, target: UInt32)] = []
  private var ties: TieBuffer
  private var selfTies = 0
  private var unweighted = 0
  private var span = WeightSpan()
  private var first: (source: PersonID, target: PersonID, weight: Double)?

  /// A loader by the plan, which expects about so many rows.
  init(_ plan: LoadPlan, into graph: Graph, expecting rows: Int) {
    thing = plan.thing
    source = plan[.source]
    target = plan[.target]
    weight = plan[.weight]
    time = plan[.time]
    scale = plan.scale
    people = NameIntake(.people, of: graph)
    ties = TieBuffer(weighted: plan.thing == .trust || plan[.weight] > 0, timed: plan[.time] > 0)
    ties.reserve(rows)
    waiting.reserveCapacity(TieLoader.batch)
    glances.reserveCapacity(TieLoader.batch)
  }

  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)
  {
    let weighs = weight > 0 ? try weight(of: row) : 1
    let moment = time > 0 ? try row.time(time) : nil
    guard let from = try row.name(source, .source, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: source, role: .source)
    }
    guard let to = try row.name(target, .target, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: target, role: .target)
    }
    guard people.hasRoom(in: builder), ties.count < GraphLimits.ties - 2 * TieLoader.batch else {
      throw RowTrouble(.noRoom, column: source, role: .source)
    }
    if from.key != 0, to.key != 0 {
      waiting.append(Waiting(source: from.key, target: to.key, weight: weighs, time: moment))
      if waiting.count == TieLoader.batch { settle(&builder) }
    } else {
      settle(&builder)
      let follower = people.number(of: from, in: &builder)
      let followed = people.number(of: to, in: &builder)
      append(follower, followed, weighs, moment)
    }
  }

  /// Adds the ties that wait, in the order they came.
  private mutating func settle(_ builder: inout GraphBuilder) {
    glances.removeAll(keepingCapacity: true)
    for tie in waiting {
      glances.append((people.glance(atKey: tie.source), people.glance(atKey: tie.target)))
    }
    for index in waiting.indices {
      let tie = waiting[index]
      var (source, target) = glances[index]
      if source == nobody { source = people.number(ofKey: tie.source, in: &builder) }
      if target == nobody { target = people.number(ofKey: tie.target, in: &builder) }
      append(source, target, tie.weight, tie.time)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func append(
    _ source: PersonID,
    _ target: PersonID,
    _ weight: Double,
    _ time: Instant?
  ) {
    guard source != target else {
      selfTies += 1
      return
    }
    if first == nil { first = (source, target, weight) }
    ties.append(from: source, to: target, weight: weight, time: time)
  }

  /// The scaled weight; NaN where follows come without trust.
  private mutating func weight(of row: borrowing RowScanner) throws(RowTrouble) -> Double {
    guard let written = try row.number(weight, .weight) else {
      guard thing == .follows else {
        throw RowTrouble(.missing, column: weight, role: .weight)
      }
      unweighted += 1
      return .nan
    }
    span.take(written, in: weight, of: row)
    return scale == .none ? written : scale.apply(written)
  }

  func peopleNamed(in builder: borrowing GraphBuilder) -> Int {
    people.namedCount(of: builder.personCount)
  }

  mutating func finish(
    _ builder: inout GraphBuilder,
    _ report: inout LoadReport
  )
    throws(ImportError)
  {
    settle(&builder)
    try checkWeights()
    report.sentence = sentence(builder)
    let taken = ties.count
    var all = TieBuffer(weighted: false)
    swap(&all, &ties)
    var trusted = 0
    let repeats: Int
    switch thing {
    case .follows where weight > 0 && unweighted == 0:
      repeats = builder.addFollowsWithTrust(consume all)
      trusted = taken - repeats
    case .follows where weight > 0:
      let trust = all.droppingUnknownWeights()
      trusted = trust.count - builder.add(trust, to: "trust")
      repeats = builder.add((consume all).withoutWeights(), to: "follows")
    default: repeats = builder.add(consume all, to: thing.word)
    }
    report.add("ties", taken - repeats, evenZero: true)
    if thing == .follows { report.add("with trust", trusted) }
    report.add("duplicates dropped", repeats)
    report.add("self-ties dropped", selfTies)
    if weight <= 0, thing == .trust { report.notes.append("no weight column: every tie weighs 1") }
    if let note = scale.note { report.notes.append(note) }
  }

  /// Throws where trust leaves -1 to 1, or where a scale that was declared does not fit.
  private func checkWeights() throws(ImportError) {
    guard thing == .trust || thing == .follows else { return }
    let floor: Double = if case .span = scale { 0 } else { -1 }
    guard let place = span.outlier(of: floor...1, after: scale) else { return }
    throw .weightOutOfScale(
      ImportError.WeightBounds(
        thing: "trust",
        line: place.line,
        column: place.column,
        least: span.least,
        greatest: span.greatest,
        floor: floor,
        scale: scale.written,
        countColumn: nil
      )
    )
  }

  private func sentence(_ builder: borrowing GraphBuilder) -> String {
    guard let first else { return "" }
    let source = LoadLine.person(builder.handle(of: first.source))
    let target = LoadLine.person(builder.handle(of: first.target))
    let amount = first.weight.shortText
    switch thing {
    case .trust: return "\(source) trusts \(target) with \(amount)"
    case .follows where weight > 0 && !first.weight.isNaN:
      return "\(source) follows \(target), and trusts with \(amount)"
    case .follows: return "\(source) follows \(target)"
    default: return "\(source) \(thing.word) \(target)" + (weight > 0 ? ", weight \(amount)" : "")
    }
  }
}
