/// The clauses of a question, each at most once, in any order.
package struct Clauses: Sendable {
  /// One key of `sort by`.
  package struct SortKey: Sendable {
    /// What to sort by.
    package let measure: MeasureSyntax
    /// The direction that was asked for; nil leaves it to the kind: numbers down, others up.
    package let isAscending: Bool?
  }

  /// What `per` groups by.
  package enum Group: Sendable {
    /// A period, an attribute, a topic, a part of events.
    case named(Name)
    /// `decile(reach)`.
    case function(Name, MeasureSyntax, range: Range<Int>)

    /// Its bytes in the source.
    package var range: Range<Int> {
      switch self {
      case .named(let name): name.range
      case .function(_, _, let range): range
      }
    }
  }

  /// `for SET`.
  package var people: PeopleSyntax?
  /// `where CONDITION`.
  package var condition: ConditionSyntax?
  /// `since`, `until`, `in PERIOD`, `as of`, `without`, `assuming`.
  package var scope = ScopeSyntax()
  /// `among SET`.
  package var sources: (people: PeopleSyntax, range: Range<Int>)?
  /// `in #yoga`.
  package var topic: Name?
  /// `within 3 hops`.
  package var hops: (count: Double, range: Range<Int>)?
  /// `per`.
  package var group: Group?
  /// `sort by`.
  package var sortKeys: [SortKey] = []
  /// `limit N`.
  package var limit: Int?
  /// `as bars`.
  package var chart: Name?
  /// `into "FILE"`.
  package var file: Name?
  /// `into NAME`.
  package var tableName: Name?

  /// No clauses.
  package init() {}

  /// The clauses among a statement's parts.
  init(of node: SyntaxNode) throws(SyntaxFault) {
    var seen: Set<Rule> = []
    for clause in node.nodes {
      guard let inner = clause.clause else { continue }
      guard seen.insert(inner.rule).inserted else { throw .repeatedClause(inner.range) }
      try take(inner)
    }
  }

  private mutating func take(_ clause: SyntaxNode) throws(SyntaxFault) {
    switch clause.rule {
    case .forClause:
      guard let set = clause.first(.people) else { throw .unlowered(.forClause) }
      people = try PeopleSyntax(people: set)
    case .whereClause: condition = try clause.condition()
    case .sortClause: sortKeys = try clause.sortKeys()
    case .limitClause: limit = try clause.wholeNumber(atLeast: 1)
    case .perClause: group = try Group(clause)
    case .amongClause:
      guard let set = clause.first(.setTerm) else { throw .unlowered(.amongClause) }
      sources = (try PeopleSyntax(term: set), clause.range)
    case .topicClause: topic = clause.first(.topic).map(Name.init(topic:))
    case .reachClause: hops = clause.leaf(.count)?.number.map { ($0, clause.range) }
    case .chartClause: chart = clause.chart
    case .intoClause:
      file = clause.leaf(.file).map(Name.init)
      tableName = clause.leaf(.name).map(Name.init)
    default: try scope.take(clause)
    }
  }
}

extension Clauses.Group {
  fileprivate init(_ node: SyntaxNode) throws(SyntaxFault) {
    if let name = node.leaf(.groupName) {
      self = .named(Name(name))
    } else if let inner = node.first(.function), let name = inner.leaf(.functionName),
      let measure = inner.first(.measure)
    {
      self = .function(Name(name), try MeasureSyntax(measure), range: inner.range)
    } else {
      throw .unlowered(.perClause)
    }
  }
}

extension SyntaxNode {
  /// The clause in the wrappings of the rules `clause`, `rowClause` and `scope`; nil of another node.
  fileprivate var clause: SyntaxNode? {
    switch rule {
    case .clause, .rowClause, .scope: nodes.first.flatMap { $0.clause ?? $0 }
    case .whereClause, .perClause: self
    default: nil
    }
  }

  /// The condition of a `where` clause.
  func condition() throws(SyntaxFault) -> ConditionSyntax {
    guard let condition = first(.condition) else { throw .unlowered(.whereClause) }
    return try ConditionSyntax(condition)
  }

  /// The keys of a `sort by` clause.
  func sortKeys() throws(SyntaxFault) -> [Clauses.SortKey] {
    var keys: [Clauses.SortKey] = []
    for key in all(.sortKey) {
      let direction: Bool? = key.has("ascending") ? true : key.has("descending") ? false : nil
      let measure: MeasureSyntax
      if let node = key.first(.measure) {
        measure = try MeasureSyntax(node)
      } else if let people = key.leaves.first {
        measure = .named(Name(people), [])
      } else {
        throw .unlowered(.sortKey)
      }
      keys.append(Clauses.SortKey(measure: measure, isAscending: direction))
    }
    return keys
  }

  /// The kind of chart an `as` clause asks for.
  var chart: Name? { leaves.last.map(Name.init) }

  /// The number among its parts, which must be whole and within the range of counts.
  func wholeNumber(atLeast least: Int) throws(SyntaxFault) -> Int {
    guard let leaf = leaf(.count), let number = leaf.number else { throw .unlowered(rule) }
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

  /// The one measure among its parts.
  func measure() throws(SyntaxFault) -> MeasureSyntax {
    guard let measure = first(.measure) else { throw .unlowered(rule) }
    return try MeasureSyntax(measure)
  }
}
