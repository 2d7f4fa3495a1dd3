/// What is done with a finished table: `| where followers > 10`.
package struct TableVerb: Sendable {
  /// What is done.
  package enum Kind: Sendable {
    /// Keeps the rows that meet a condition on its columns.
    case filter(ConditionSyntax)
    case sort([Clauses.SortKey])
    /// Keeps these columns, in this order.
    case keep([MeasureSyntax])
    case limit(Int)
    case chart(Name)
    case write(Name)
    /// Keeps the table under a name.
    case name(Name)
    /// Goes on with a table that stands below it, which is called so.
    case beside(Name)
  }

  /// What is done.
  package let kind: Kind
  /// Its bytes in the source.
  package let range: Range<Int>

  /// A verb from a node of the rule `verb`.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    range = node.range
    guard let inner = node.nodes.first else { throw .unlowered(.verb) }
    switch inner.rule {
    case .whereClause: kind = .filter(try inner.condition())
    case .sortClause: kind = .sort(try inner.sortKeys())
    case .measures: kind = .keep(try node.measures())
    case .limitClause: kind = .limit(try inner.wholeNumber(atLeast: 1))
    case .chartClause:
      guard let chart = inner.chart else { throw .unlowered(.chartClause) }
      kind = .chart(chart)
    case .intoClause:
      if let file = inner.leaf(.file) {
        kind = .write(Name(file))
      } else if let name = inner.leaf(.name) {
        kind = .name(Name(name))
      } else {
        throw .unlowered(.intoClause)
      }
    case .besideClause:
      guard let name = inner.leaves.first else { throw .unlowered(.besideClause) }
      kind = .beside(Name(name))
    default: throw .unlowered(inner.rule)
    }
  }

  /// The verbs among a statement's parts.
  static func all(in node: SyntaxNode) throws(SyntaxFault) -> [TableVerb] {
    var verbs: [TableVerb] = []
    for verb in node.all(.verb) { verbs.append(try TableVerb(verb)) }
    return verbs
  }
}

extension TableVerb.Kind {
  /// Whether the table is another one afterwards.
  package var changesTable: Bool {
    switch self {
    case .filter, .sort, .keep, .limit, .beside: true
    case .chart, .write, .name: false
    }
  }
}

extension Statement {
  /// What is done with its table, first to last.
  package var verbs: [TableVerb] {
    switch self {
    case .piped(_, let verbs), .continue(let verbs): verbs
    default: []
    }
  }

  /// The clauses of a question; nil of other statements.
  package var clauses: Clauses? {
    switch self {
    case .rank(let rank): rank.clauses
    case .list(let list), .count(let list): list.clauses
    case .show(let show): show.clauses
    case .aggregate(let aggregate): aggregate.clauses
    case .compare(let compare): compare.clauses
    case .correlate(let correlate): correlate.clauses
    case .explain(let explain): explain.clauses
    case .choose(let choose): choose.clauses
    case .overlap(let overlap): overlap.clauses
    case .path(let path): path.clauses
    case .piped(let inner, _): inner.clauses
    default: nil
    }
  }
}
