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
  case followedBack = "followed-back"
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
/// first of those that cost the same. What can never get there is not tried: a gain beyond the
/// greatest value there is, a recipe that changes nothing. Each trial computes the measure on a
/// changed graph. Source: the costs are ours; sock puppets: Cheng, Friedman, Sybilproof reputation mechanisms, 2005.
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

  /// What a search found.
  package struct Finding: Sendable {
    /// What gets there, cheapest first.
    package let plans: [Plan]
    /// Why nothing does, in words.
    package let obstacle: String?
  }

  /// What is known from one trial to the next.
  private struct Course {
    let recipes: Int
    /// What the measure gives those who matter where people are made up and do nothing.
    var idle: [Idle: [Double]] = [:]
    /// What it gives the person after one made-up person did their part of a recipe.
    var first: [GamingRecipe: Double] = [:]
    /// Whether any move changed anything.
    var isMoved = false
    /// The number of the recipe.
    var recipe = 0
    /// How many trials it took.
    var trials = 0

    init(recipes: Int) { self.recipes = recipes }

    /// How far it is: half of what is left of a recipe with each trial.
    var part: Double { (Double(recipe) + 1 - 1 / Double(1 + trials)) / Double(max(1, recipes)) }
  }

  /// Made-up people who do nothing.
  private struct Idle: Hashable {
    let count: Int
    let cares: Bool
  }

  /// A recipe tried with so many people.
  private struct Attempt {
    /// What it takes; nil where it is not enough.
    let plan: Plan?
    /// What the measure gives the person, and those to pass.
    let values: [Double]
  }

  /// What each of some recipes takes that gets there, cheapest first.
  ///
  /// Throws `cancelled`, and what the measure does. Complexity: O(recipes x log most) computations,
  /// and three for each recipe that changes nothing.
  package func plans(by recipes: [GamingRecipe]) throws(MetricError) -> Finding {
    if let bound { return Finding(plans: [], obstacle: bound) }
    var course = Course(recipes: recipes.count)
    var plans: [Plan] = []
    for (number, recipe) in recipes.enumerated() {
      (course.recipe, course.trials) = (number, 0)
      if let plan = try plan(by: recipe, below: .infinity, &course) { plans.append(plan) }
    }
    let ordered = plans.enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
    return finding(ordered, course)
  }

  /// The cheapest of some recipes.
  package func cheapest(of recipes: [GamingRecipe]) throws(MetricError) -> Finding {
    if let bound { return Finding(plans: [], obstacle: bound) }
    var course = Course(recipes: recipes.count)
    var best: Plan?
    for (number, recipe) in recipes.enumerated() {
      (course.recipe, course.trials) = (number, 0)
      let limit = best?.cost ?? .infinity
      guard let plan = try plan(by: recipe, below: limit, &course) else { continue }
      if plan.cost < limit { best = plan }
    }
    return finding([best].compactMap(\.self), course)
  }

  private func finding(_ plans: [Plan], _ course: Course) -> Finding {
    let obstacle =
      course.isMoved ? "not within \(Tally.text(most, "new people"))" : "no such move changes it"
    return Finding(plans: plans, obstacle: plans.isEmpty ? obstacle : nil)
  }

  /// Why nothing can get there, whoever does what; nil where that is not known.
  private var bound: String? {
    guard rivals == nil else { return nil }
    if before.isNaN { return "no value to begin with" }
    guard let range = trial.range, before + gain > range.upperBound else { return nil }
    return "it is at most \(range.upperBound.shortText)"
  }

  /// What one recipe takes; nil where it does not get there, or costs no less than `limit`.
  ///
  /// One that changes nothing with one person nor with the most is given up, and so is one that is
  /// not enough with the most who cost less than what is known to be.
  private func plan(
    by recipe: GamingRecipe,
    below limit: Double,
    _ course: inout Course
  ) throws(MetricError) -> Plan? {
    guard applies(recipe), let deeds = try deeds(of: recipe, &course),
      let most = mostWorthwhile(recipe, deeds, below: limit)
    else { return nil }
    let one = try attempt(recipe, deeds, min(1, most), &course)
    if one.plan != nil || most <= 1 { return one.plan }
    var found: Plan?
    let isDear = limit < .infinity
    let isIdle = try isDear ? false : isIdle(one, recipe, 1, &course)
    if isDear || isIdle {
      let all = try attempt(recipe, deeds, most, &course)
      let isOver = try isDear ? true : self.isIdle(all, recipe, most, &course)
      if all.plan == nil, isOver { return nil }
      found = all.plan
    }
    var (low, high) = (1, found == nil ? 2 : most)
    while found == nil {
      found = try attempt(recipe, deeds, high, &course).plan
      if found != nil { break }
      if high >= most { return nil }
      (low, high) = (high, min(most, high * 2))
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if let plan = try attempt(recipe, deeds, middle, &course).plan {
        (found, high) = (plan, middle)
      } else {
        low = middle
      }
    }
    return found
  }

  /// Whether a recipe changed no more than as many people who do nothing.
  private func isIdle(
    _ attempt: Attempt,
    _ recipe: GamingRecipe,
    _ count: Int,
    _ course: inout Course
  ) throws(MetricError) -> Bool {
    let idle = Idle(count: count, cares: recipe == .trust)
    if course.idle[idle] == nil {
      let topics = idle.cares ? trial.topics : []
      let graph = trial.graph.adding(newPeople: count, interestedIn: topics)
      course.idle[idle] = mattering(of: try values(on: graph, &course))
    }
    let isSame = zip(course.idle[idle] ?? [], attempt.values)
      .allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    if !isSame { course.isMoved = true }
    return isSame
  }

  /// What made-up people do to the person by a recipe; nil where nothing of it helps, or one thing
  /// that is a recipe of its own.
  private func deeds(
    of recipe: GamingRecipe,
    _ course: inout Course
  ) throws(MetricError) -> [String]? {
    if let kind = recipe.kind { return [kind] }
    switch recipe {
    case .unfollowing: return []
    case .trust: return ["follow", "trust"]
    case .whateverHelps:
      var helpful: [String] = []
      for single in GamingRecipe.allCases where single == .follows || single.kind != nil {
        guard applies(single), let deeds = try deeds(of: single, &course) else { continue }
        if course.first[single] == nil { _ = try attempt(single, deeds, 1, &course) }
        let after = course.first[single] ?? .nan
        if after > before + 1e-12 || (before.isNaN && !after.isNaN) { helpful += deeds }
      }
      return helpful.count > 1 ? helpful : nil
    default: return ["follow"]
    }
  }

  /// What a recipe does with so many people.
  private func attempt(
    _ recipe: GamingRecipe,
    _ deeds: [String],
    _ count: Int,
    _ course: inout Course
  ) throws(MetricError) -> Attempt {
    let (graph, acts) = changed(by: recipe, deeds, count)
    let values = try values(on: graph, &course)
    let after = values[Int(person)]
    if count == 1 { course.first[recipe] = after }
    guard isEnough(after, values) else {
      return Attempt(plan: nil, values: mattering(of: values))
    }
    let plan = Plan(
      recipe: recipe,
      deeds: deeds,
      newcomers: count,
      acts: acts,
      cost: Double(count) * personCost + Double(acts) * actCost,
      after: after
    )
    return Attempt(plan: plan, values: mattering(of: values))
  }

  /// What the measure gives everybody on a graph: the work that a search is made of.
  private func values(
    on graph: Graph,
    _ course: inout Course
  ) throws(MetricError) -> [Double] {
    if monitor.isCancelled() { throw .cancelled }
    monitor.report("gaming cost", course.part)
    course.trials += 1
    return try trial.values(graph)
  }

  /// The person's value and those of whom to pass.
  private func mattering(of values: [Double]) -> [Double] {
    ([person] + (rivals ?? [])).map { values[Int($0)] }
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
