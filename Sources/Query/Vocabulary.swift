package import Metrics
package import Syntax

/// The names the language has without any data, for parsing, binding, completion and help.
package struct Vocabulary: Sendable {
  /// The metrics by name, and by the bare noun that means them.
  package let metrics: [String: any Metric]
  /// `expected audience overlap`: the companion and the metric it comes with.
  let companions: [String: (companion: String, metric: any Metric)]
  /// The settings of the metrics, by the names they are set by.
  package let metricSettings: [String: MetricSetting]

  /// The names of the catalogue.
  package static let standard = Vocabulary(MetricCatalog.all)

  /// The names of some metrics.
  package init(_ metrics: [any Metric]) {
    self.metrics = Dictionary(
      metrics.map { ($0.card.name, $0) }
        + metrics.compactMap { metric in metric.card.bareName.map { ($0, metric) } },
      uniquingKeysWith: { first, _ in first }
    )
    var companions: [String: (companion: String, metric: any Metric)] = [:]
    for metric in metrics {
      for companion in metric.card.companions {
        for name in [metric.card.name, metric.card.bareName].compactMap(\.self) {
          companions["\(companion.name) \(name)"] = (companion.name, metric)
        }
      }
    }
    self.companions = companions
    let settings = metrics.map(\.card).flatMap { card in
      card.parameters.map { MetricSetting(metric: card.name, parameter: $0) }
    }
    metricSettings = Dictionary(
      settings.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The metrics' cards, by name.
  package var cards: [MetricCard] {
    metrics.sorted { $0.key < $1.key }.map { ($0, $1.card) }.filter { $0 == $1.name }.map(\.1)
  }

  /// The list of every measure.
  static let allMeasures = "all measures"

  /// The names, for the parser, with those of the settings besides those of metrics.
  package func lexicon(settings: [String]) -> Lexicon {
    Lexicon(
      measures: metrics.keys.sorted() + companions.keys.sorted() + [
        "my trust", Vocabulary.allMeasures,
      ],
      functions: MathFunction.allCases.map(\.rawValue),
      settings: settings + metricSettings.keys.sorted()
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
  /// The share of the question's people whose number is lower, those with the same counting half.
  case percentile
  /// The tenth of the question's people it falls in, from 1 to 10.
  case decile
}
