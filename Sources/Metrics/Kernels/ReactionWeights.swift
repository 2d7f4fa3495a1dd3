package import Graph
import Values

/// What a reaction weighs, by its kind: mention, reply, share, like.
///
/// Interactions of other kinds are no reactions.
package struct ReactionWeights: Sendable {
  /// By the kind's number; nil for what is no reaction.
  private let weights: [Double?]

  /// The kinds that are reactions, as files name them.
  package static let kinds = ["share", "reply", "mention", "like"]

  /// The settings for what each weighs, in the order of `kinds`.
  package static let parameters = [
    MetricCard.Parameter(
      "share weight",
      default: 1,
      in: 0...100,
      assumed: true,
      "what a share weighs"
    ),
    MetricCard.Parameter(
      "reply weight",
      default: 1,
      in: 0...100,
      assumed: true,
      "what a reply weighs"
    ),
    MetricCard.Parameter(
      "mention weight",
      default: 1,
      in: 0...100,
      assumed: true,
      "what a mention weighs"
    ),
    MetricCard.Parameter(
      "like weight",
      default: 0.5,
      in: 0...100,
      assumed: true,
      "what a like weighs"
    ),
  ]

  /// The settings for the effort each takes, in the order of `kinds`.
  package static let efforts = zip(kinds, [2.0, 4, 3, 1]).map { kind, weight in
    MetricCard.Parameter(
      "\(kind) weight",
      default: weight,
      in: 0...100,
      assumed: true,
      "what a \(kind) weighs"
    )
  }

  /// By effort, as the brackets say.
  package init(efforts arguments: MetricArguments, in graph: Graph) throws(MetricError) {
    var weights: [String: Double] = [:]
    for (kind, parameter) in zip(Self.kinds, Self.efforts) {
      weights[kind] = try arguments.value(of: parameter)
    }
    try self.init(weights, in: graph)
  }

  /// What to say of acts without a date where others have one, which have no age.
  package static func remarks(undated: Int) -> [String] {
    undated > 0 ? ["\(Tally.text(undated, "undated acts")) left out"] : []
  }

  /// What the brackets say, or the standard weights.
  package init(_ arguments: MetricArguments, in graph: Graph) throws(MetricError) {
    var weights: [String: Double] = [:]
    for (kind, parameter) in zip(Self.kinds, Self.parameters) {
      weights[kind] = try arguments.value(of: parameter)
    }
    try self.init(weights, in: graph)
  }

  /// Weights by the kind's name; throws `interactionsNotLoaded` where no file brought any kind.
  package init(_ weights: [String: Double], in graph: Graph) throws(MetricError) {
    let kinds = graph.interactions.kinds
    guard kinds.count > 0 else { throw .interactionsNotLoaded(kind: "share", loaded: []) }
    self.weights = (0..<UInt32(kinds.count)).map { weights[kinds[$0]] }
  }

  /// What an interaction of a kind weighs; nil where it is no reaction.
  package subscript(kind: UInt32) -> Double? { weights[Int(kind)] }
}
