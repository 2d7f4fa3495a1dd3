package import Graph
package import Values

/// What it costs to lift somebody by a measure with made-up people.
package struct GamingCost: TrialMetric {
  package let card = MetricCard(
    name: "gaming cost",
    summary: "least cost of made-up people and their acts that lift somebody",
    formula:
      "cost(v) = min over moves of people * person cost + acts * act cost, M(v) + gain reached",
    meaning: """
      The cheaper, the less a measure proves. Made-up people may follow, mention, answer, share, \
      like, quote, trust, follow and be followed, or do all that helps; each does a thing once. The \
      fewest are looked for by doubling, one kind of move at a time: the least where more never \
      hurt, else a cost that is enough. `to @PERSON` asks to pass them instead of a gain; \
      `explain` shows what each kind of move takes.
      """,
    unit: .plain,
    source: "Cheng, Friedman, Sybilproof reputation mechanisms, 2005; moves and costs are ours",
    claim: .model,
    requires: [.measure],
    accepts: [.to],
    parameters: [
      MetricCard.Parameter(
        "gain",
        default: 10,
        in: 0...1e12,
        "how much more of the measure is wanted, in its own unit"
      ),
      MetricCard.Parameter(
        "person cost",
        default: 1,
        in: 0...1e9,
        assumed: true,
        "what a made-up person costs"
      ),
      MetricCard.Parameter(
        "act cost",
        default: 1,
        in: 0...1e9,
        assumed: true,
        "what each thing costs that somebody does or says"
      ),
      MetricCard.Parameter(
        "most people",
        default: 1_000,
        in: 1...100_000,
        "how many are made up at most"
      ),
      MetricCard.Parameter("moves", among: GamingCost.options, "which moves are tried"),
    ],
    companions: [
      MetricCard.Companion("new people", "how many are made up"),
      MetricCard.Companion("acts", "how much is done"),
      MetricCard.Companion("before", "the measure as it is"),
      MetricCard.Companion("after", "the measure after it"),
    ],
    laws: [.liesIn(0...1e9), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "ten more followers are ten people who follow once each",
        graph: "a>b",
        expect: ["a": 20, "b": 20]
      )
    ],
    triedWords: ["cost to game", "manipulation cost", "fake cost", "sock puppets", "gameability"]
  )

  private static let options =
    [MetricCard.Parameter.Option("any moves", "all kinds of moves, each on its own")]
    + GamingRecipe.allCases.map { recipe in
      MetricCard.Parameter.Option("\(recipe.rawValue) only", "no other kind of move")
    }

  /// The most people it is searched for at a time.
  package static let mostSearched = 100

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let people = (arguments.wanted ?? graph.everybody).intersection(graph.everybody).people
    let missing = [Double](repeating: .nan, count: graph.personCount)
    var columns = [[Double]](repeating: missing, count: 5)
    let before = try trial(arguments).values(try trial(arguments).graph)
    for person in people { columns[3][Int(person)] = before[Int(person)] }
    let isTooMany = people.count > GamingCost.mostSearched
    let recipes = try recipes(arguments)
    var obstacles: [String] = []
    for (number, person) in people.enumerated() where !isTooMany {
      let step = monitor.part(number, of: people.count)
      let search = try search(for: person, on: graph, from: before, arguments, watchedBy: step)
      if search.isThere(in: before) {
        for column in 0..<3 { columns[column][Int(person)] = 0 }
        columns[4][Int(person)] = before[Int(person)]
        continue
      }
      let finding = try search.cheapest(of: recipes)
      if let obstacle = finding.obstacle, !obstacles.contains(obstacle) {
        obstacles.append(obstacle)
      }
      if let plan = finding.plans.first {
        columns[0][Int(person)] = plan.cost
        columns[1][Int(person)] = Double(plan.newcomers)
        columns[2][Int(person)] = Double(plan.acts)
        columns[4][Int(person)] = plan.after
      }
    }
    return Measured(
      values: columns[0],
      companions: zip(card.companions, columns.dropFirst()).map { companion, values in
        let isCount = companion.name == "new people" || companion.name == "acts"
        let unit: Unit =
          isCount ? .count(of: companion.name == "acts" ? "acts" : "people") : .plain
        return Measured.Companion(companion.name, unit: unit, values: values)
      },
      missingReason: isTooMany
        ? "searched for at most \(GamingCost.mostSearched) people, whom `for` says"
        : obstacles.joined(separator: ", or "),
      defaults: try defaults(arguments)
    )
  }

  /// The kinds of moves that are tried.
  package func recipes(_ arguments: MetricArguments) throws(MetricError) -> [GamingRecipe] {
    let chosen = try arguments.option(of: card.parameters[4])
    return GamingRecipe.allCases.filter {
      chosen == GamingCost.options[0].name || chosen == "\($0.rawValue) only"
    }
  }

  private func trial(_ arguments: MetricArguments) throws(MetricError) -> MetricArguments.Trial {
    guard let trial = arguments.trial else { throw .missing(.measure) }
    return trial
  }

  /// The search for what lifts somebody.
  ///
  /// `before` is what the measure gives everybody. Throws as `compute` does.
  package func search(
    for person: PersonID,
    on graph: Graph,
    from before: [Double],
    _ arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> GamingSearch {
    GamingSearch(
      trial: try trial(arguments),
      person: person,
      before: before[Int(person)],
      rivals: arguments.to?.people.filter { $0 != person && graph.everybody.contains($0) },
      gain: try arguments.value(of: card.parameters[0]),
      most: Int(try arguments.value(of: card.parameters[3])),
      personCost: try arguments.value(of: card.parameters[1]),
      actCost: try arguments.value(of: card.parameters[2]),
      monitor: monitor
    )
  }

  /// What to say of the gain and the costs.
  package func defaults(_ arguments: MetricArguments) throws(MetricError) -> [String] {
    var defaults: [String] = []
    if arguments.to == nil, arguments.parameters["gain"] == nil { defaults.append("gain 10") }
    let costs = try [1, 2].map { index throws(MetricError) in
      try arguments.value(of: card.parameters[index])
    }
    defaults.append("a made-up person costs \(costs[0].shortText), an act \(costs[1].shortText)")
    return defaults
  }
}

extension GamingSearch {
  /// Whether the data has what a recipe does.
  func applies(_ recipe: GamingRecipe) -> Bool {
    if let kind = recipe.kind { return trial.graph.interactions.kinds.number(of: kind) != nil }
    let hasFollows = trial.graph.relations.has("follows")
    return recipe == .trust ? hasFollows && trial.graph.relations.has("trust") : hasFollows
  }

  /// The most people worth making up: they cost less than `limit`; nil where nobody does.
  func mostWorthwhile(
    _ recipe: GamingRecipe,
    _ deeds: [String],
    below limit: Double
  ) -> Int? {
    if recipe == .unfollowing { return 0 }
    guard limit < .infinity else { return most }
    var acts = deeds.count + (recipe == .trust ? trial.topics.count : 0)
    if recipe == .followedBack || recipe == .closedLoop { acts += 1 }
    let each = personCost + Double(acts) * actCost
    guard each < limit else { return nil }
    return each > 0 ? Int(min(Double(most), (limit / each).rounded(.up) - 1)) : most
  }

  /// The graph after a recipe with so many people, and how much was done.
  func changed(
    by recipe: GamingRecipe,
    _ deeds: [String],
    _ count: Int
  ) -> (graph: Graph, acts: Int) {
    let first = PersonID(trial.graph.personCount)
    let new = Array(first..<first + PersonID(count))
    let topics = recipe == .trust ? trial.topics : []
    var graph = trial.graph.adding(newPeople: count, interestedIn: topics)
    var acts = count * topics.count
    func take(_ move: Move, _ times: Int) {
      graph = graph.changed(by: move, at: trial.moment) ?? graph
      acts += times
    }
    if recipe == .closedLoop || recipe == .unfollowing {
      let followed = Array(trial.graph.relations["follows"]?.forward[person] ?? [])
      take(Move([person], .noTie("follows", positive: nil), followed), followed.count)
    }
    for deed in deeds {
      if let kind = graph.interactions.kinds.number(of: deed) {
        take(Move(new, .event(kind, times: 1), [person]), count)
      } else {
        let relation = deed == "trust" ? "trust" : "follows"
        take(Move(new, .tie(relation, weight: 1), [person]), count)
      }
    }
    if recipe == .followedBack || recipe == .closedLoop {
      take(Move([person], .tie("follows", weight: 1), new), count)
    }
    return (graph, acts)
  }
}
