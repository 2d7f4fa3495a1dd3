package import Query
package import Values

/// What is done to answer a question, in order, with how long each step takes.
struct PlanRecord: Sendable {
  /// What a step makes.
  enum Work: String, Sendable {
    /// The part of the graph the question is about.
    case part
    /// A set of people.
    case set
    /// A metric's values, with the sets and weights it takes.
    case metric
    /// A metric's values as an earlier question left them.
    case kept
    /// The rows for which the condition holds.
    case condition
    /// The rows in their order, with their columns.
    case table
  }

  private struct Step {
    let work: Work
    let text: String
    let rows: Int
    let duration: Duration
  }

  private var steps: [Step] = []
  private var end = ContinuousClock.now

  /// A record that begins at this moment.
  init() {}

  /// Adds a step that began where the one before ended, and ends at this moment.
  mutating func add(_ work: Work, _ text: String, rows: Int) {
    let now = ContinuousClock.now
    steps.append(Step(work: work, text: text, rows: rows, duration: now - end))
    end = .now
  }

  /// The steps, a row each; times are in milliseconds.
  var table: Table {
    Table(
      [
        Column("step", cells: .texts(steps.map(\.work.rawValue))),
        Column("what", cells: .texts(steps.map(\.text))),
        Column("rows", unit: .count(of: "rows"), cells: .numbers(steps.map { Double($0.rows) })),
        Column(
          "time",
          unit: .milliseconds,
          cells: .numbers(steps.map { $0.duration / .milliseconds(1) })
        ),
      ],
      rowNoun: "steps"
    )
  }
}

extension Evaluator {
  /// How a question is answered: its steps with their rows and times, instead of its table.
  ///
  /// The question is answered in full.
  package mutating func plan(_ question: Question) throws(EvaluationError) -> Answer {
    record = PlanRecord()
    defer { record = nil }
    let answer = try answer(question)
    note(.table, answer.reading, rows: answer.table.rowCount)
    return Answer(
      reading: "plan \(answer.reading)",
      defaults: answer.defaults,
      table: (record ?? PlanRecord()).table,
      remarks: answer.remarks
    )
  }

  /// Takes note of a step that is done, where a plan is asked for.
  mutating func note(
    _ work: PlanRecord.Work,
    _ text: @autoclosure () -> String,
    rows: @autoclosure () -> Int
  ) {
    guard record != nil else { return }
    record?.add(work, text(), rows: rows())
  }
}
