/// What counts as a conversion: somebody who was only looking buys or signs up.
package enum Conversions {
  /// The kinds of action, as files name them.
  package static let kinds = ["purchase", "signup"]
}
