extension MetricArguments {
  /// The group after `with`; throws `missing` where there is none.
  package func requiredGroup() throws(MetricError) -> Group {
    guard let group else { throw .missing(.with) }
    return group
  }

  /// The setting a user gave in brackets, or what it is when nobody says.
  ///
  /// Throws `outOfRange` where it is not what it may be; NaN never is.
  package func value(of parameter: MetricCard.Parameter) throws(MetricError) -> Double {
    let value = parameters[parameter.name] ?? parameter.standard
    guard parameter.range.contains(value) else {
      throw .outOfRange(parameter: parameter.name, value: value, range: parameter.range)
    }
    return value
  }

  /// What to say of the relation: that it is the metric's own, where nobody said another.
  package func defaultRelation(of card: MetricCard) -> [String] {
    guard relation == nil, let standard = card.relation else { return [] }
    return ["over \(standard)"]
  }
}
