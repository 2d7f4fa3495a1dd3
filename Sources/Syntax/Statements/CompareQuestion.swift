/// Measures side by side.
package struct CompareQuestion: Sendable {
  /// The measures.
  package let measures: [MeasureSyntax]
  /// How many would be chosen by each of them.
  package let chosen: Int?
  /// The clauses.
  package let clauses: Clauses

  /// A question from a node of the rule `compare`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    measures = try node.measures()
    chosen = try node.chosen()
    clauses = try Clauses(of: node)
  }
}

/// Measures against an outcome.
package struct CorrelateQuestion: Sendable {
  /// The measures.
  package let measures: [MeasureSyntax]
  /// What people did.
  package let outcome: MeasureSyntax
  /// What is held constant.
  package let controls: [MeasureSyntax]
  /// How many would be chosen by each measure.
  package let chosen: Int?
  /// The clauses.
  package let clauses: Clauses

  /// A question from a node of the rule `correlate`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    measures = try node.measures()
    outcome = try node.measure()
    controls = try node.first(.controls)?.measures() ?? []
    chosen = try node.chosen()
    clauses = try Clauses(of: node)
  }
}

/// A measure of one person, opened up.
package struct ExplainQuestion: Sendable {
  /// The person, where `explain @bob` names one of the last table.
  package let person: Name?
  /// The measures; none for that of the last table.
  package let measures: [MeasureSyntax]
  /// Whom to hold it against.
  package let rival: Name?
  /// The clauses.
  package let clauses: Clauses

  /// A question from a node of the rule `explain`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    person = node.leaf(.handle).map(Name.init)
    measures = node.first(.measures) == nil ? [] : try node.measures()
    let rivals = node.all(.against)
    if rivals.count > 1 { throw .repeatedClause(rivals[1].range) }
    rival = rivals.first?.leaf(.handle).map(Name.init)
    clauses = try Clauses(of: node)
  }
}

/// The few who together reach most of a set.
package struct ChooseQuestion: Sendable {
  /// How many to choose.
  package let count: Int
  /// Among whom.
  package let people: PeopleSyntax
  /// Whom to reach.
  package let target: PeopleSyntax
  /// What each person reached weighs, over which ties, how far.
  package let qualifiers: [QualifierSyntax]
  /// The most to spend.
  package let budget: Double?
  /// What each person chosen costs.
  package let cost: Name?
  /// The clauses.
  package let clauses: Clauses

  /// A question from a node of the rule `choose`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    let sets = node.all(.people)
    guard sets.count == 2 else { throw .unlowered(.choose) }
    count = try node.wholeNumber(atLeast: 1)
    people = try PeopleSyntax(people: sets[0])
    target = try PeopleSyntax(people: sets[1])
    let reaching = node.all(.reachQualifier)
    let budgets = reaching.filter { $0.has("budget") }
    if budgets.count > 1 { throw .repeatedClause(budgets[1].range) }
    budget = budgets.first?.leaf(.number)?.number
    cost = budgets.first?.leaf(.measureName).map(Name.init)
    var qualifiers: [QualifierSyntax] = []
    for qualifier in reaching where !qualifier.has("budget") {
      qualifiers.append(try QualifierSyntax(qualifier))
    }
    self.qualifiers = qualifiers
    clauses = try Clauses(of: node)
  }
}

extension SyntaxNode {
  /// The number behind `choosing`, which stands at most once.
  fileprivate func chosen() throws(SyntaxFault) -> Int? {
    let asked = all(.choosing)
    if asked.count > 1 { throw .repeatedClause(asked[1].range) }
    return try asked.first?.wholeNumber(atLeast: 1)
  }
}
