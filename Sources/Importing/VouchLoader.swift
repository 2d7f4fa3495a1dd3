import Graph

/// Takes rows that say who vouches for whom, and on what.
struct VouchLoader: RowLoader {
  private let plan: LoadPlan
  private var people: NameIntake
  private var topics: NameIntake
  private var vouches: [Vouches.Vouch] = []
  private var forThemselves = 0
  private var first: (vouch: Vouches.Vouch, topic: String)?

  /// A loader by the plan.
  init(_ plan: LoadPlan, into graph: Graph) {
    self.plan = plan
    people = NameIntake(.people, of: graph)
    topics = NameIntake(.topics, of: graph)
  }

  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)
  {
    let moment = try row.time(plan[.time])
    guard let from = try row.name(plan[.source], .source, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: plan[.source], role: .source)
    }
    guard let to = try row.name(plan[.target], .target, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: plan[.target], role: .target)
    }
    guard let what = try row.name(plan[.topic], .topic, sigil: UInt8(ascii: "#")) else {
      throw RowTrouble(.missing, column: plan[.topic], role: .topic)
    }
    guard people.hasRoom(in: builder), topics.hasRoom(in: builder) else {
      throw RowTrouble(.noRoom, column: plan[.source], role: .source)
    }
    let vouch = Vouches.Vouch(
      source: people.number(of: from, in: &builder),
      target: people.number(of: to, in: &builder),
      topic: topics.number(of: what, in: &builder),
      time: moment
    )
    guard vouch.source != vouch.target else {
      forThemselves += 1
      return
    }
    if first == nil { first = (vouch, what.text) }
    vouches.append(vouch)
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
    report.add("vouches", vouches.count, evenZero: true)
    report.add("self-vouches dropped", forThemselves)
    if let (vouch, topic) = first {
      let source = LoadLine.person(builder.handle(of: vouch.source))
      let target = LoadLine.person(builder.handle(of: vouch.target))
      report.sentence =
        "\(source) vouches for \(target) on \(LoadLine.topic(topic))"
        + (vouch.time.map { ", \($0)" } ?? "")
    }
    builder.add(vouches)
  }
}
