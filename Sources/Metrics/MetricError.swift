/// Why a metric has no answer.
package enum MetricError: Error, Sendable, Hashable {
  /// It reads a relation that is not loaded; these are.
  case relationNotLoaded(String, loaded: [String])
  /// It reads interactions, and there are none of this kind; these kinds are loaded.
  case interactionsNotLoaded(kind: String, loaded: [String])
  /// It reads actions, and there are none of this kind; these kinds are loaded.
  case actionsNotLoaded(kind: String, loaded: [String])
  /// It reads posts, and none are loaded.
  case postsNotLoaded
  /// It reads vouches, and none are loaded.
  case vouchesNotLoaded
  /// It reads when things happened, and nothing is dated.
  case nothingDated
  /// It reads the weights of a relation whose ties carry none.
  case relationWithoutWeights(String)
  /// It cannot do without this.
  case missing(MetricCard.Qualifier)
  /// A setting is not what it may be.
  case outOfRange(parameter: String, value: Double, range: ClosedRange<Double>)
  /// A setting is none of its options.
  case unknownOption(parameter: String, option: String, options: [String])
  /// A setting lets the numbers grow without end; they have one below the limit.
  case diverges(parameter: String, value: Double, limit: Double)
  /// It compares two moments, and there is neither a period nor anything assumed.
  case nothingToCompare
  /// The measure behind `in` has no value on the graphs it is tried on.
  case untried
  /// The user asked to stop.
  case cancelled
}
