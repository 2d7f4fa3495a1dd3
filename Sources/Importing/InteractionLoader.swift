import Graph
import Values

/// Takes rows that are things people did to people.
struct InteractionLoader: RowLoader {
  private let source: Int
  private let target: Int
  private let kind: Int
  private let time: Int
  private let post: Int
  private let id: Int
  private let sentiment: Int
  private var people: NameIntake
  private var kinds: KindIntake
  private var events: [Interactions.Event] = []
  private var toThemselves = 0
  private var first: (event: Interactions.Event, post: String?)?

  /// A loader by the plan, which expects about so many rows.
  init(_ plan: LoadPlan, into graph: Graph, expecting rows: Int) {
    source = plan[.source]
    target = plan[.target]
    kind = plan[.kind]
    time = plan[.time]
    post = plan[.post]
    id = plan[.id]
    sentiment = plan[.sentiment]
    people = NameIntake(.people, of: graph)
    kinds = KindIntake(.interactions, plan)
    events.reserveCapacity(rows)
  }

  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)
  {
    let moment = try row.time(time)
    guard let from = try row.name(source, .source, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: source, role: .source)
    }
    guard let to = try row.name(target, .target, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: target, role: .target)
    }
    let what = try row.name(kind, .kind)
    guard what != nil || kinds.isConstant else {
      throw RowTrouble(.missing, column: kind, role: .kind)
    }
    let message = try row.name(post, .post)?.text
    let own = try row.name(id, .id)?.text
    let kindness = try row.number(sentiment, .sentiment)
    guard kindness.map({ Sentiment($0) != nil }) ?? true else {
      throw RowTrouble(.noSentiment, column: sentiment, role: .sentiment)
    }
    guard people.hasRoom(in: builder) else {
      throw RowTrouble(.noRoom, column: source, role: .source)
    }
    var event = Interactions.Event(
      source: people.number(of: from, in: &builder),
      target: people.number(of: to, in: &builder),
      kind: kinds.number(of: what, in: &builder),
      time: moment
    )
    // Kinds are counted as the file has them: with the dropped ones they add up to its rows.
    kinds.count(event.kind)
    guard event.source != event.target else {
      toThemselves += 1
      return
    }
    if let message { event.post = builder.post(message) }
    if let own { event.id = builder.post(own) }
    if let kindness { event.sentiment = Sentiment(kindness) ?? .unknown }
    if first == nil { first = (event, message) }
    events.append(event)
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
    kinds.report(to: &report)
    report.add("self-interactions dropped", toThemselves)
    report.add("events", events.count, evenZero: true)
    report.sentence = sentence(builder)
    builder.add(events)
  }

  private func sentence(_ builder: borrowing GraphBuilder) -> String {
    guard let (event, post) = first else { return "" }
    let source = LoadLine.person(builder.handle(of: event.source))
    let target = LoadLine.person(builder.handle(of: event.target))
    let moment = event.time.map { " on \($0)" } ?? ""
    let kind = kinds.name(of: event.kind)
    switch (kind, post) {
    case ("share", let post?): return "\(source) shared \(target)'s post \(post)\(moment)"
    case ("like", let post?): return "\(source) liked \(target)'s post \(post)\(moment)"
    case ("share", nil): return "\(source) shared \(target)\(moment)"
    case ("like", nil): return "\(source) liked \(target)\(moment)"
    case ("reply", _):
      return "\(source) replied to \(target)" + (post.map { " (\($0))" } ?? "") + moment
    case ("mention", _): return "\(source) mentioned \(target)\(moment)"
    default: return "\(source) did \(kind) to \(target)\(moment)"
    }
  }
}
