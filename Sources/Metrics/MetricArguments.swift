package import Graph
package import Values

/// What a question says about a metric, resolved: sets are sets, weights are columns.
package struct MetricArguments: Sendable {
  /// The people an audience is compared with.
  package struct Group: Sendable {
    /// Who belongs: for a topic, those interested at least as much as the threshold.
    package let members: PersonSet
    /// For a bare topic, everybody's interest in [0, 1], which `expected` grades by; nil for a set.
    package let interest: SparseColumn?

    /// A group.
    package init(members: PersonSet, interest: SparseColumn? = nil) {
      self.members = members
      self.interest = interest
    }

    /// The same people, none more than another.
    package var heads: Group { Group(members: members) }
  }

  /// What each member of an audience weighs.
  package enum Weight: Sendable {
    /// By the tie from the member to the speaker: trust. Negative weights count as 0; a missing tie
    /// is no evidence.
    case ties(Relation, name: String)
    /// By the member alone: a measure of each person. NaN is no evidence; negative counts as 0.
    case people([Double], name: String)

    /// What it is called.
    package var name: String {
      switch self {
      case .ties(_, let name), .people(_, let name): name
      }
    }
  }

  /// The measure after `in`, to be tried on other graphs.
  package struct Trial: Sendable {
    /// The whole graph, which is no view, as the question knows it.
    package let graph: Graph
    /// When what is imagined happens; nil where nothing is dated.
    package let moment: Instant?
    /// The topics the measure asks about.
    package let topics: [UInt32]
    /// Where its values lie, on any graph; nil where nobody knows.
    package let range: ClosedRange<Double>?
    /// What it gives everybody on another whole graph, with the same people in front.
    package let values: @Sendable (Graph) throws(MetricError) -> [Double]

    /// A measure to be tried.
    package init(
      graph: Graph,
      moment: Instant?,
      topics: [UInt32] = [],
      range: ClosedRange<Double>? = nil,
      values: @escaping @Sendable (Graph) throws(MetricError) -> [Double]
    ) {
      self.graph = graph
      self.moment = moment
      self.topics = topics
      self.range = range
      self.values = values
    }
  }

  /// The group after `with`.
  package var group: Group?
  /// The weight after `weighted by`.
  package var weight: Weight?
  /// The relation after `over`; the card's own when nil.
  package var relation: String?
  /// The hops after `within`.
  package var hops: Int?
  /// The topic after `in`: a number in `Graph.topics`.
  package var topic: UInt32?
  /// The people after `from`: only what they did counts, or walks start at them.
  package var from: PersonSet?
  /// The people after `to`: only what was done to them counts.
  package var to: PersonSet?
  /// What the measure after `in` gives each person, where the card takes one; NaN where missing.
  package var operand: [Double]?
  /// What it gave each person before the period asked about; nil where there is none.
  package var operandBefore: [Double]?
  /// The measure after `in`, where the card tries it on other graphs.
  package var trial: Trial?
  /// The numbers given in brackets, by the setting's name; durations in days.
  package var parameters: [String: Double]
  /// The options given in brackets, by the setting's name: "last touch".
  package var options: [String: String]
  /// What counts for a missing trust, where the user set it; else missing is 0 and not evidence.
  package var missingTrust: Double?
  /// What fills missing trust where the weight asks for it: ties whose trust is inferred, none of
  /// which is known, and how far trust was followed for it.
  package var inferredTrust: (ties: Relation, hops: Int)?
  /// From which interest on a person belongs to a topic, in [0, 1].
  package var interestThreshold: Double
  /// The first moment of the period asked about, where it has one: ties that count as events count
  /// from then on.
  package var since: Instant?
  /// The moment at which the windows of windowed models end; nil where nothing is dated, and then
  /// all there is counts.
  package var now: Instant?
  /// The people whose rows will be shown, when they are known to be few; a metric that is dear for
  /// everybody may leave the others missing, and a share of a total is a share among them.
  package var wanted: PersonSet?
  /// How many threads may work at once; as many as there are processors when nil.
  ///
  /// The numbers do not depend on it.
  package var threads: Int?

  /// Arguments; leave out what was not said.
  package init(
    group: Group? = nil,
    weight: Weight? = nil,
    relation: String? = nil,
    hops: Int? = nil,
    topic: UInt32? = nil,
    from: PersonSet? = nil,
    to: PersonSet? = nil,
    operand: [Double]? = nil,
    operandBefore: [Double]? = nil,
    trial: Trial? = nil,
    parameters: [String: Double] = [:],
    options: [String: String] = [:],
    missingTrust: Double? = nil,
    inferredTrust: (ties: Relation, hops: Int)? = nil,
    interestThreshold: Double = 0.5,
    since: Instant? = nil,
    now: Instant? = nil,
    wanted: PersonSet? = nil,
    threads: Int? = nil
  ) {
    self.group = group
    self.weight = weight
    self.relation = relation
    self.hops = hops
    self.topic = topic
    self.from = from
    self.to = to
    self.operand = operand
    self.operandBefore = operandBefore
    self.trial = trial
    self.parameters = parameters
    self.options = options
    self.missingTrust = missingTrust
    self.inferredTrust = inferredTrust
    self.interestThreshold = interestThreshold
    self.since = since
    self.now = now
    self.wanted = wanted
    self.threads = threads
  }
}
