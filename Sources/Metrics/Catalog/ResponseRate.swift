package import Graph
package import Values

/// How likely somebody is to answer.
package struct ResponseRate: Metric {
  package let card = MetricCard(
    name: "response rate",
    summary: "what part of the mentions and replies to this person got an answer",
    formula: "rate(v) = |{x to v : v answered x within h}| / |{x to v at least h old}|",
    meaning: """
      An answer names what it answers, so only mentions and replies with an id of their own enter; \
      those too young to be overdue do not. Latency is the median wait with the unanswered waiting \
      still, and missing where fewer than half ever were. It ranks by low.
      """,
    unit: .share,
    source: "classic in customer care; latency: Kaplan, Meier 1958",
    parameters: [
      MetricCard.Parameter(
        "patience",
        defaultDays: 3,
        in: 0.01...3_650,
        "within how long an answer counts"
      )
    ],
    companions: [
      MetricCard.Companion("low", "lower end of the 95 % interval; it ranks"),
      MetricCard.Companion("high", "upper end of the 95 % interval"),
      MetricCard.Companion("asked", "mentions and replies that could have been answered"),
      MetricCard.Companion("latency", "median hours to an answer; missing below one half"),
    ],
    isProportion: true,
    laws: [.liesIn(0...1), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "b answers one of two mentions, the next day",
        graph: "a@mention@b#i1/1 c@mention@b#i2/1 b@reply@a:i1/2 a@like@c/9",
        expect: ["a": .nan, "b": 0.5, "c": .nan]
      )
    ],
    triedWords: ["responsiveness", "answer rate", "reply rate to mentions", "response time"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let days = try arguments.value(of: card.parameters[0])
    let questions = try OpenQuestions(in: graph, until: arguments.now, watchedBy: monitor)
    var asked = [Double](repeating: 0, count: graph.personCount)
    var answered = asked
    var waits = [[Double]](repeating: [], count: graph.personCount)
    for question in questions.all {
      guard let age = question.hoursOpen, age >= days * 24 else { continue }
      let person = Int(question.person)
      asked[person] += 1
      if let wait = question.hoursToAnswer {
        waits[person].append(wait)
        if wait <= days * 24 { answered[person] += 1 }
      }
    }
    let latency = zip(asked, waits).map { asked, waits in
      // The unanswered wait longer than anybody who was answered.
      let middle = Int((asked / 2).rounded(.up)) - 1
      return middle >= 0 && middle < waits.count ? waits.sorted()[middle] : .nan
    }
    var wait = Measured.Companion("latency", unit: .amount(of: "hours"), values: latency)
    wait.missingReason = "fewer than half were ever answered"
    return Measured(
      share: zip(answered, asked).map { $0 / $1 },
      of: asked,
      basis: Measured.Companion("asked", unit: .count(of: "questions"), values: asked),
      with: [wait],
      missingReason: "nothing with an id and a date was said to them, long enough ago"
    )
  }
}
