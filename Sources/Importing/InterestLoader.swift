import Graph

/// Takes rows that say who is interested in what: with a weight, or by how often it was touched.
struct InterestLoader: RowLoader {
  /// A row whose person is still a name, of up to eight bytes.
  private struct Waiting {
    let person: UInt64
    let topic: UInt32
    let amount: Double
  }

  /// How many rows wait for memory together.
  private static let batch = 256

  private var waiting: [Waiting] = []
  private let person: Int
  private let topic: Int
  private let weight: Int
  private let count: Int
  private let scale: Scale
  private let weightColumn: String?
  private var people: NameIntake
  private var topics: NameIntake
  private var stated = TieBuffer(weighted: true)
  private var counted: [TopicTouch: Double] = [:]
  private var takenRows = 0
  private var span = WeightSpan()
  private var first: (person: PersonID, topic: String, amount: Double)?

  /// A loader by the plan.
  init(_ plan: LoadPlan, into graph: Graph) {
    person = plan[.person]
    topic = plan[.topic]
    weight = plan[.weight]
    count = plan[.count]
    scale = plan.scale
    weightColumn = plan[.weight] > 0 ? plan.columns[plan[.weight] - 1] : nil
    people = NameIntake(.people, of: graph)
    topics = NameIntake(.topics, of: graph)
  }

  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)
  {
    let amount = try amount(of: row)
    guard let who = try row.name(person, .person, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: person, role: .person)
    }
    guard let what = try row.name(topic, .topic, sigil: UInt8(ascii: "#")) else {
      throw RowTrouble(.missing, column: topic, role: .topic)
    }
    guard people.hasRoom(in: builder), topics.hasRoom(in: builder),
      stated.count < GraphLimits.ties
    else { throw RowTrouble(.noRoom, column: person, role: .person) }
    let subject = topics.number(of: what, in: &builder)
    takenRows += 1
    if who.key != 0, first != nil {
      waiting.append(Waiting(person: who.key, topic: subject, amount: amount))
      if waiting.count == InterestLoader.batch { settle(&builder) }
      return
    }
    settle(&builder)
    let one = people.number(of: who, in: &builder)
    if first == nil { first = (one, what.text, amount) }
    append(one, subject, amount)
  }

  /// Adds the interests that wait, in the order they came.
  private mutating func settle(_ builder: inout GraphBuilder) {
    let glances = waiting.map { people.glance(atKey: $0.person) }
    for (interest, glance) in zip(waiting, glances) {
      let person =
        glance == nobody ? people.number(ofKey: interest.person, in: &builder) : glance
      append(person, interest.topic, interest.amount)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ person: PersonID, _ topic: UInt32, _ amount: Double) {
    if weight > 0 {
      stated.append(from: topic, to: person, weight: amount)
    } else if amount > 0 {
      counted[TopicTouch(topic: topic, person: person), default: 0] += amount
    }
  }

  /// The scaled weight, or the number of touches a row stands for.
  private mutating func amount(of row: borrowing RowScanner) throws(RowTrouble) -> Double {
    guard weight > 0 else {
      guard count > 0 else { return 1 }
      guard let touches = try row.number(count, .count) else {
        throw RowTrouble(.missing, column: count, role: .count)
      }
      guard touches >= 0 else { throw RowTrouble(.negative, column: count, role: .count) }
      return touches
    }
    guard let written = try row.number(weight, .weight) else {
      throw RowTrouble(.missing, column: weight, role: .weight)
    }
    span.take(written, in: weight, of: row)
    return scale.apply(written)
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
    guard let first else { return }
    let who = LoadLine.person(builder.handle(of: first.person))
    let what = "\(who) is interested in \(LoadLine.topic(first.topic))"
    if weight > 0 {
      let taken = stated.count
      let repeats = builder.add(statedInterests: stated)
      report.add("interests", taken - repeats, evenZero: true)
      report.add("duplicates dropped", repeats)
      report.sentence = "\(what) (\(first.amount.shortText))"
    } else {
      report.add("interests", counted.count, evenZero: true)
      report.add("rows added up", takenRows - counted.count)
      report.sentence = "\(what) (touched \(first.amount.shortText)x)"
      let measure = count > 0 ? "counts" : "the number of rows"
      report.notes.append("interest comes from \(measure), relative to the keenest of each topic")
      builder.add(countedInterests: counted)
    }
    if let note = scale.note { report.notes.append(note) }
  }

  /// Throws where stated interests leave 0 to 1.
  private func checkWeights() throws(ImportError) {
    guard let place = span.outlier(of: 0...1, after: scale) else { return }
    throw .weightOutOfScale(
      ImportError.WeightBounds(
        thing: "interest",
        line: place.line,
        column: place.column,
        least: span.least,
        greatest: span.greatest,
        floor: 0,
        scale: scale.written,
        countColumn: weightColumn
      )
    )
  }
}
