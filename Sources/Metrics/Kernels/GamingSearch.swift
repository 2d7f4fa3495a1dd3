import Graph
import Values

/// One way to lift somebody that needs nobody's consent: what made-up people do, or the person.
package enum GamingRecipe: String, Sendable, CaseIterable {
  case follows
  case mentions
  case replies
  case shares
  case likes
  case quotes
  /// They follow and say that they trust, and that they care for the topics asked about.
  case trust
  /// They follow, and are followed.
  case followedBack = "followed back"
  /// They follow and are followed, by somebody who follows nobody else.
  case closedLoop = "closed loop"
  /// The person follows nobody any more.
  case unfollowing
  /// They do all of what lifts the person where one of them does it alone.
  case whateverHelps = "whatever helps"

  /// The kind of event it makes; nil where it makes ties only.
  package var kind: String? {
    switch self {
    case .mentions: "mention"
    case .replies: "reply"
    case .shares: "share"
    case .likes: "like"
    case .quotes: "quote"
    default: nil
    }
  }
}

/// A search for the cheapest moves that lift one person by a measure.
///
/// For each recipe the number of made-up people is doubled until they are enough, and halved in
/// between: the fewest, where more of them never lower the measure. The cheapest recipe wins, the
/// first of those that cost the same. Each trial computes the measure on a changed graph.
/// Source: the costs are ours; sock puppets: Cheng, Friedman, Sybilproof reputation mechanisms, 2005.
package struct GamingSearch: Sendable {
  /// What it takes by one recipe.
  package struct Plan: Sendable {
    /// How.
    package let recipe: GamingRecipe
    /// What made-up people do to the person: "follow", "trust" or a kind of event.
    package let deeds: [String]
    /// How many people are made up.
    package let newcomers: Int
    /// How much is done, by them and by the person.
    package let acts: Int
    /// What it costs.
    package let cost: Double
    /// What the measure gives the person then.
    package let after: Double
  }

  /// The measure, on other graphs.
  let trial: MetricArguments.Trial
  /// Whom to lift.
  let person: PersonID
  /// What the measure gives the person; NaN where nothing.
  let before: Double
  /// Whom to pass, all of them; nil where it is a gain that is asked for.
  let rivals: [PersonID]?
  let gain: Double
  /// The most people to make up.
  let most: Int
  let personCost: Double
  let actCost: Double
  let monitor: WorkMonitor

  /// What each of some recipes takes that gets there, cheapest first.
  ///
  /// Throws `cancelled`, and what the measure does. Complexity: O(recipes x log most) computations.
  package func plans(by recipes: [GamingRecipe]) throws(MetricError) -> [Plan] {
    var plans: [Plan] = []
    for recipe in recipes {
      if let plan = try plan(by: recipe, below: .infinity) { plans.append(plan) }
    }
    return plans.enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  /// The cheapest of some recipes; nil where none gets there.
  package func cheapest(of recipes: [GamingRecipe]) throws(MetricError) -> Plan? {
    var best: Plan?
    for recipe in recipes {
      guard let plan = try plan(by: recipe, below: best?.cost ?? .infinity) else { continue }
      if plan.cost < best?.cost ?? .infinity { best = plan }
    }
    return best
  }

  /// What one recipe takes; nil where it does not get there, or costs no less than `limit`.
  private func plan(by recipe: GamingRecipe, below limit: Double) throws(MetricError) -> Plan? {
    guard applies(recipe), let deeds = try deeds(of: recipe) else { return nil }
    if recipe == .unfollowing { return try reached(by: recipe, deeds, 0) }
    var low = 0
    var high = 1
    var found: Plan?
    while found == nil {
      // Each of them does something.
      if Double(low + 1) * (personCost + actCost) >= limit { return nil }
      found = try reached(by: recipe, deeds, high)
      if found != nil { break }
      if high >= most { return nil }
      (low, high) = (high, min(most, high * 2))
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if let plan = try reached(by: recipe, deeds, middle) {
        (found, high) = (plan, middle)
      } else {
        low = middle
      }
    }
    return found
  }

  /// What made-up people do to the person by a recipe; nil where nothing of it helps, or one thing
  /// that is a recipe of its own.
  private func deeds(of recipe: GamingRecipe) throws(MetricError) -> [String]? {
    if let kind = recipe.kind { return [kind] }
    switch recipe {
    case .unfollowing: return []
    case .trust: return ["follow", "trust"]
    case .whateverHelps:
      var helpful: [String] = []
      for single in GamingRecipe.allCases where single == .follows || single.kind != nil {
        guard applies(single), let deeds = try deeds(of: single) else { continue }
        if monitor.isCancelled() { throw .cancelled }
        let after = try trial.values(changed(by: single, deeds, 1).graph)[Int(person)]
        if after > before + 1e-12 || (before.isNaN && !after.isNaN) { helpful += deeds }
      }
      return helpful.count > 1 ? helpful : nil
    default: return ["follow"]
    }
  }

  /// Whether the data has what a recipe does.
  private func applies(_ recipe: GamingRecipe) -> Bool {
    if let kind = recipe.kind { return trial.graph.interactions.kinds.number(of: kind) != nil }
    let hasFollows = trial.graph.relations["follows"] != nil
    return recipe == .trust ? hasFollows && trial.graph.relations["trust"] != nil : hasFollows
  }

  /// What a recipe takes with so many people, where that is enough.
  private func reached(
    by recipe: GamingRecipe,
    _ deeds: [String],
    _ count: Int
  ) throws(MetricError) -> Plan? {
    if monitor.isCancelled() { throw .cancelled }
    let (graph, acts) = changed(by: recipe, deeds, count)
    let values = try trial.values(graph)
    let after = values[Int(person)]
    guard isEnough(after, values) else { return nil }
    return Plan(
      recipe: recipe,
      deeds: deeds,
      newcomers: count,
      acts: acts,
      cost: Double(count) * personCost + Double(acts) * actCost,
      after: after
    )
  }

  /// The graph after a recipe with so many people, and how much was done.
  private func changed(
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

  /// Whether the person is there already, by what the measure gives everybody.
  package func isThere(in values: [Double]) -> Bool {
    isEnough(values[Int(person)], values)
  }

  private func isEnough(_ value: Double, _ values: [Double]) -> Bool {
    guard let rivals else { return value >= before + gain - 1e-9 }
    return rivals.allSatisfy { values[Int($0)].isNaN || value > values[Int($0)] }
  }
}
