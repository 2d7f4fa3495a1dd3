import Graph
import Values

/// Takes rows that are things people did that somebody counts: clicks, visits, purchases.
struct ActionLoader: RowLoader {
  private let plan: LoadPlan
  private var people: NameIntake
  private var kinds: KindIntake
  private var actions: [Actions.Action] = []
  private var first: (action: Actions.Action, post: String?)?

  /// A loader by the plan.
  init(_ plan: LoadPlan, into graph: Graph) {
    self.plan = plan
    people = NameIntake(.people, of: graph)
    kinds = KindIntake(.actions, plan)
  }

  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)
  {
    let moment = try row.time(plan[.time])
    let worth = try row.number(plan[.value], .value)
    let sigil = UInt8(ascii: "@")
    guard let who = try row.name(plan[.person], .person, sigil: sigil) else {
      throw RowTrouble(.missing, column: plan[.person], role: .person)
    }
    let what = try row.name(plan[.kind], .kind)
    guard what != nil || kinds.isConstant else {
      throw RowTrouble(.missing, column: plan[.kind], role: .kind)
    }
    let brand = try row.name(plan[.brand], .brand, sigil: sigil)
    let message = try row.name(plan[.post], .post)?.text
    let through = try row.name(plan[.through], .through, sigil: sigil)
    guard people.hasRoom(in: builder) else {
      throw RowTrouble(.noRoom, column: plan[.person], role: .person)
    }
    var action = Actions.Action(
      person: people.number(of: who, in: &builder),
      kind: kinds.number(of: what, in: &builder),
      time: moment,
      value: worth ?? .nan
    )
    if let brand { action.brand = people.number(of: brand, in: &builder) }
    if let constant = plan.constants[.brand] { action.brand = builder.person(constant) }
    if let message { action.post = builder.post(message) }
    if let through { action.through = people.number(of: through, in: &builder) }
    kinds.count(action.kind)
    if first == nil { first = (action, message) }
    actions.append(action)
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
    report.add("actions", actions.count, evenZero: true)
    kinds.report(to: &report)
    report.sentence = sentence(builder)
    builder.add(actions)
  }

  private func sentence(_ builder: borrowing GraphBuilder) -> String {
    guard let (action, post) = first else { return "" }
    let who = LoadLine.person(builder.handle(of: action.person))
    var text = "\(who) did \(kinds.name(of: action.kind))"
    if action.brand != nobody {
      text += " for \(LoadLine.person(builder.handle(of: action.brand)))"
    }
    if let post { text += " through post \(post)" }
    if action.through != nobody {
      text += " because of \(LoadLine.person(builder.handle(of: action.through)))"
    }
    if !action.value.isNaN { text += " worth \(action.value.shortText)" }
    if let time = action.time { text += " on \(time)" }
    return text
  }
}
