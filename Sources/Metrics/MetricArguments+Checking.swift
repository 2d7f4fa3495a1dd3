package import Graph

extension MetricArguments {
  /// The people after `with` who are in the graph; throws `missing` where nobody is named.
  package func requiredGroup(in graph: Graph) throws(MetricError) -> Group {
    guard let group else { throw .missing(.with) }
    guard let present = graph.present else { return group }
    return Group(members: group.members.intersection(present), interest: group.interest)
  }

  /// The number a user gave in brackets, or what it is when nobody says; a duration in days.
  ///
  /// The setting must not be a choice. Throws `outOfRange` where it is not what it may be; NaN
  /// never is.
  package func value(of parameter: MetricCard.Parameter) throws(MetricError) -> Double {
    guard let range = parameter.range, let standard = parameter.standard else {
      preconditionFailure("a choice has no number")
    }
    let value = parameters[parameter.name] ?? standard
    guard range.contains(value) else {
      throw .outOfRange(parameter: parameter.name, value: value, range: range)
    }
    return value
  }

  /// The name of the option a user gave in brackets, or of the first when nobody says.
  ///
  /// The setting must be a choice. Throws `unknownOption` for a name that is none of its options.
  package func option(of parameter: MetricCard.Parameter) throws(MetricError) -> String {
    let names = parameter.options.map(\.name)
    precondition(!names.isEmpty, "only a choice has options")
    let name = options[parameter.name] ?? names[0]
    guard names.contains(name) else {
      throw .unknownOption(parameter: parameter.name, option: name, options: names)
    }
    return name
  }

  /// What to say of the relation: that it is the metric's own, where nobody said another.
  package func defaultRelation(of card: MetricCard) -> [String] {
    guard relation == nil, let standard = card.relation else { return [] }
    return ["over \(standard)"]
  }
}
