package import Metrics
package import Syntax

/// The settings that change a number; each shows in the reading line where it matters.
package struct QuerySettings: Sendable, Hashable {
  /// From which interest on a person belongs to a topic, in [0, 1].
  package var interestThreshold: Double
  /// What a missing trust counts for, in [0, 1]; nil means that it is no evidence.
  package var missingTrust: Double?
  /// Who `@me` is, by handle.
  package var me: String?
  /// The moment up to which `in the last 90 days` counts; nil for the latest in the data.
  package var now: BoundDate?
  /// What settings of measures are where brackets do not say, by the name of a `MetricSetting`.
  package var parameters: [String: ParameterValue] = [:]

  /// The settings nobody changed.
  package init(
    interestThreshold: Double = 0.5,
    missingTrust: Double? = nil,
    me: String? = nil,
    now: BoundDate? = nil
  ) {
    self.interestThreshold = interestThreshold
    self.missingTrust = missingTrust
    self.me = me
    self.now = now
  }
}

/// A setting that a measure takes in brackets, as a session can set it for good: `klout score window`.
package struct MetricSetting: Sendable {
  /// The measure's name.
  package let metric: String
  /// The setting, as the measure's card has it.
  package let parameter: MetricCard.Parameter

  /// The name it is set by: the measure's, then its own.
  package var name: String { "\(metric) \(parameter.name)" }

  /// What it becomes by a value of that kind; nil for any other, and for one out of its range.
  package func value(of number: Double) -> ParameterValue? {
    guard case .number(let range, _) = parameter.kind, range.contains(number) else { return nil }
    return .number(number)
  }

  /// What it becomes by a length of time.
  package func value(of duration: DurationSyntax) -> ParameterValue? {
    guard case .duration(let range, _) = parameter.kind, range.contains(duration.days) else {
      return nil
    }
    return .duration(duration)
  }

  /// What it becomes by the name of an option.
  package func value(of option: String) -> ParameterValue? {
    let name = option.lowercased()
    return parameter.options.contains { $0.name == name } ? .option(name) : nil
  }
}

extension ParameterValue {
  /// The value as it is typed.
  package var text: String {
    switch self {
    case .number(let number): Reading.literal(number, false)
    case .duration(let duration): Reading.duration(duration)
    case .option(let option): option
    }
  }
}

extension MetricCard.Parameter {
  /// What it is when nobody says, as it is typed.
  package var standardText: String {
    switch kind {
    case .number(_, let standard): Reading.literal(standard, false)
    case .duration(_, let standard): Reading.duration(DurationSyntax(standard, .day))
    case .choice(let options): options.first?.name ?? ""
    }
  }
}
