import Diagnostics
import Metrics
import Syntax

extension Binder {
  /// The settings in brackets, checked against the card, in the order of their names.
  mutating func parameters(
    _ given: [QualifierSyntax.Parameter],
    of card: MetricCard
  ) -> [(name: String, value: ParameterValue)] {
    var bound: [(name: String, value: ParameterValue)] = []
    for parameter in given {
      let name = parameter.name
      guard let (setting, value) = bind(parameter, of: card) else { continue }
      guard !bound.contains(where: { $0.name == setting }) else {
        report(.repeatedClause, "`\(setting)` may stand once", at: name.range)
        continue
      }
      bound.append((setting, value))
    }
    return bound.sorted { $0.name < $1.name }
  }

  /// What was given in brackets, and what was set for the rest of a card's settings.
  func completed(
    _ given: [(name: String, value: ParameterValue)],
    of card: MetricCard
  ) -> [(name: String, value: ParameterValue)] {
    var all = given
    for parameter in card.parameters where !given.contains(where: { $0.name == parameter.name }) {
      let setting = MetricSetting(metric: card.name, parameter: parameter)
      guard let value = settings.parameters[setting.name] else { continue }
      all.append((parameter.name, value))
    }
    return all.sorted { $0.name < $1.name }
  }

  private mutating func bind(
    _ given: QualifierSyntax.Parameter,
    of card: MetricCard
  ) -> (name: String, value: ParameterValue)? {
    let key = given.name.text.lowercased()
    if case .chosen = given.value,
      let choice = card.parameters.first(where: { $0.options.contains { $0.name == key } })
    {
      return (choice.name, .option(key))
    }
    guard let parameter = card.parameters.first(where: { $0.name == key }), parameter.range != nil
    else {
      let options = card.parameters.flatMap(\.options).map(\.name)
      let numbers = card.parameters.filter { $0.range != nil }.map(\.name)
      reportUnknown("setting of `\(card.name)`", given.name, among: numbers + options)
      return nil
    }
    guard let value = value(given, of: parameter), let range = parameter.range,
      range.contains(value.number)
    else {
      reportRange(of: parameter, at: given.name.range)
      return nil
    }
    return (key, value)
  }

  /// What a setting is set to, where it is of the setting's kind.
  private func value(
    _ given: QualifierSyntax.Parameter,
    of parameter: MetricCard.Parameter
  ) -> ParameterValue? {
    switch (given.value, parameter.kind) {
    case (.number(let number), .number): .number(number)
    case (.duration(let duration), .duration): .duration(duration)
    default: nil
    }
  }

  private mutating func reportRange(of parameter: MetricCard.Parameter, at range: Range<Int>) {
    guard let bounds = parameter.range else { return }
    let low = Reading.literal(bounds.lowerBound, false)
    let high = Reading.literal(bounds.upperBound, false)
    if case .duration = parameter.kind {
      report(
        .outOfRange,
        "`\(parameter.name)` lies between \(low) and \(high) days",
        at: range,
        choices: ["\(parameter.name) 30 days"]
      )
    } else {
      report(.outOfRange, "`\(parameter.name)` lies between \(low) and \(high)", at: range)
    }
  }
}

extension ParameterValue {
  /// The number it is, a duration in days.
  package var number: Double {
    switch self {
    case .number(let number): number
    case .duration(let duration): duration.days
    case .option: 0
    }
  }
}

extension DurationSyntax {
  /// How many days it is; a month counts as 30.4375 of them, a year as 365.25.
  package var days: Double {
    switch unit {
    case .hour: count / 24
    case .day: count
    case .week: count * 7
    case .month: count * 30.4375
    case .year: count * 365.25
    }
  }
}
