/// The clauses of a question, each at most once, in any order.
package struct Clauses: Sendable {
  /// One key of `sort by`.
  package struct SortKey: Sendable {
    /// What to sort by.
    package let measure: MeasureSyntax
    /// The direction that was asked for; nil leaves it to the kind: numbers down, others up.
    package let isAscending: Bool?
  }

  /// `for SET`.
  package var people: PeopleSyntax?
  /// `where CONDITION`.
  package var condition: ConditionSyntax?
  /// `sort by`.
  package var sortKeys: [SortKey] = []
  /// `limit N`.
  package var limit: Int?

  /// No clauses.
  package init() {}

  /// The clauses among a statement's parts.
  init(of node: SyntaxNode) throws(SyntaxFault) {
    var seen: Set<Rule> = []
    for clause in node.all(.clause) {
      guard let inner = clause.nodes.first else { throw .unlowered(.clause) }
      guard seen.insert(inner.rule).inserted else { throw .repeatedClause(inner.range) }
      switch inner.rule {
      case .forClause:
        if let handles = inner.first(.handles) {
          people = .handles(handles.handleNames)
        } else if let set = inner.first(.people) {
          people = try PeopleSyntax(people: set)
        }
      case .whereClause:
        guard let condition = inner.first(.condition) else { throw .unlowered(.whereClause) }
        self.condition = try ConditionSyntax(condition)
      case .sortClause:
        for key in inner.all(.sortKey) {
          guard let measure = key.first(.measure) else { throw .unlowered(.sortKey) }
          let direction: Bool? = key.has("ascending") ? true : key.has("descending") ? false : nil
          sortKeys.append(SortKey(measure: try MeasureSyntax(measure), isAscending: direction))
        }
      case .limitClause: limit = try inner.wholeNumber(atLeast: 1)
      default: throw .unlowered(inner.rule)
      }
    }
  }
}

extension SyntaxNode {
  /// The number among its parts, which must be whole and within the range of counts.
  func wholeNumber(atLeast least: Int) throws(SyntaxFault) -> Int {
    guard let leaf = leaf(.number), let number = leaf.number else { throw .unlowered(rule) }
    guard let whole = Int(exactly: number), whole >= least, whole <= Int(UInt32.max),
      !leaf.isPercentage
    else { throw .notWhole(leaf.range, least: least) }
    return whole
  }

  /// The measures in a node of the rule `measures`.
  func measures() throws(SyntaxFault) -> [MeasureSyntax] {
    guard let list = first(.measures) else { throw .unlowered(rule) }
    var measures: [MeasureSyntax] = []
    for measure in list.all(.measure) { measures.append(try MeasureSyntax(measure)) }
    return measures
  }
}
