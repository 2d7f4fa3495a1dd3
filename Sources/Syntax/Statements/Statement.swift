/// One statement, typed.
///
/// There is a case for each statement of the grammar; `rank`, `top` and `ordered` share one.
package indirect enum Statement: Sendable {
  case rank(RankQuestion)
  case list(ListQuestion)
  case show(ShowQuestion)
  case count(ListQuestion)
  case aggregate(AggregateQuestion)
  case compare(CompareQuestion)
  case correlate(CorrelateQuestion)
  case explain(ExplainQuestion)
  case choose(ChooseQuestion)
  case overlap(OverlapQuestion)
  case path(PathQuestion)
  /// A question, and what is done with its table.
  case piped(Statement, [TableVerb])
  /// What is done with the last table.
  case `continue`([TableVerb])
  case plan(Statement, range: Range<Int>)
  case expect(ExpectStatement)
  /// Fails unless the graph is the one with that fingerprint.
  case expectGraph(Name)
  case param(ParameterDeclaration)
  case define(Definition)
  /// Drops a definition; nil drops the statements of before.
  case forget(Name?)
  case load(LoadStatement)
  case save(Name)
  case open(Name)
  /// Runs a script.
  case run(Name)
  case describe(DescribeStatement)
  case set(SettingStatement)
  case lesson(Name?)
  /// Keeps what is said in a file; nil stops.
  case record(Name?)
  /// The last table again; with a name, one that was kept.
  case last(Name?)
  /// Applies what the last message proposed.
  case fix
  case help(String?)
  /// Leaves, perhaps with an exit code.
  case quit(Int?)
}

extension Statement {
  /// A statement from its tree, with the table verbs behind it.
  init(tree: SyntaxNode) throws(SyntaxFault) {
    guard let node = tree.nodes.first else { throw .unlowered(.statement) }
    let statement = try Statement(node)
    let verbs = try TableVerb.all(in: tree)
    self = verbs.isEmpty ? statement : .piped(statement, verbs)
  }

  /// A statement from the node of its own rule.
  ///
  /// A statement added to the grammar does not compile until it is here.
  init(_ node: SyntaxNode) throws(SyntaxFault) {
    guard let rule = StatementRule(rawValue: node.rule.rawValue) else {
      throw .unlowered(node.rule)
    }
    switch rule {
    case .rank, .top, .ordered: self = .rank(try RankQuestion(node: node))
    case .list: self = .list(try ListQuestion(node: node))
    case .show: self = .show(try ShowQuestion(node: node))
    case .count: self = .count(try ListQuestion(node: node))
    case .aggregate: self = .aggregate(try AggregateQuestion(node: node))
    case .compare: self = .compare(try CompareQuestion(node: node))
    case .correlate: self = .correlate(try CorrelateQuestion(node: node))
    case .explain: self = .explain(try ExplainQuestion(node: node))
    case .choose: self = .choose(try ChooseQuestion(node: node))
    case .overlap: self = .overlap(try OverlapQuestion(node: node))
    case .path: self = .path(try PathQuestion(node: node))
    case .plan:
      guard let inner = node.first(.statement) else { throw .unlowered(.plan) }
      self = .plan(try Statement(tree: inner), range: inner.range)
    case .expect:
      if node.has("graph"), let fingerprint = node.leaf(.text) {
        self = .expectGraph(Name(fingerprint))
      } else {
        self = .expect(try ExpectStatement(node: node))
      }
    case .param: self = .param(try ParameterDeclaration(node: node))
    case .define: self = .define(try Definition(node: node))
    case .continue, .forget, .load, .save, .open, .run, .describe, .set, .lesson, .record, .last,
      .fix, .help, .quit:
      self = try Statement(command: node, rule)
    }
  }

  private init(command node: SyntaxNode, _ rule: StatementRule) throws(SyntaxFault) {
    switch rule {
    case .continue: self = .continue(try TableVerb.all(in: node))
    case .forget: self = .forget(node.leaf(.name).map(Name.init))
    case .load: self = .load(try LoadStatement(node: node))
    case .save: self = .save(try node.name(.file))
    case .open: self = .open(try node.name(.file))
    case .run: self = .run(try node.name(.file))
    case .describe: self = .describe(try DescribeStatement(node: node))
    case .set: self = .set(try SettingStatement(node: node))
    case .lesson: self = .lesson((node.leaf(.name) ?? node.leaf(.count)).map(Name.init))
    case .record: self = .record(node.leaf(.file).map(Name.init))
    case .last: self = .last(node.leaf(.name).map(Name.init))
    case .fix: self = .fix
    case .help: self = .help(node.leaf(.rest)?.text)
    case .quit: self = .quit(node.leaf(.count)?.number.flatMap { Int(exactly: $0) })
    default: throw .unlowered(node.rule)
    }
  }
}

extension SyntaxNode {
  /// The name a terminal among its parts holds.
  fileprivate func name(_ terminal: Terminal) throws(SyntaxFault) -> Name {
    guard let leaf = leaf(terminal) else { throw .unlowered(rule) }
    return Name(leaf)
  }
}
