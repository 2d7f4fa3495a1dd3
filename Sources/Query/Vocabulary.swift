package import Metrics
package import Syntax

/// The names the language has without any data, for parsing, binding, completion and help.
package enum Vocabulary {
  /// The metrics by name.
  package static let metrics: [String: any Metric] = Dictionary(
    MetricCatalog.all.map { ($0.card.name, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// `expected audience overlap`: the companion and the metric it comes with.
  static let companions: [String: (companion: String, metric: any Metric)] = {
    var all: [String: (companion: String, metric: any Metric)] = [:]
    for metric in MetricCatalog.all {
      for companion in metric.card.companions {
        all["\(companion.name) \(metric.card.name)"] = (companion.name, metric)
      }
    }
    return all
  }()

  /// The names, for the parser, with those of the settings.
  package static func lexicon(settings: [String]) -> Lexicon {
    Lexicon(
      measures: metrics.keys.sorted() + companions.keys.sorted() + ["my trust"],
      functions: MathFunction.allCases.map(\.rawValue),
      settings: settings
    )
  }
}

/// A function of one number.
///
/// What it is not defined for is missing.
package enum MathFunction: String, Sendable, CaseIterable {
  /// The natural logarithm.
  case log
  /// The square root.
  case sqrt
  /// The size without the sign.
  case abs
}
