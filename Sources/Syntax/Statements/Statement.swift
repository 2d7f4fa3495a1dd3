/// One statement, typed.
///
/// There is a case for each statement of the grammar; `rank`, `top` and `ordered` share one.
package enum Statement: Sendable {
  case rank(RankQuestion)
  case list(ListQuestion)
  case show(ShowQuestion)
  case count(ListQuestion)
  case define(Definition)
  case forget(Name)
  case load(LoadStatement)
  case describe(DescribeStatement)
  /// Reads a graph that was saved.
  case open(Name)
  /// Writes the graph or the session to a file.
  case save(Name)
  /// Runs a script.
  case run(Name)
  case set(SettingStatement)
  /// Applies what the last message proposed.
  case fix
  case help(String?)
  case quit
}

extension Statement {
  /// A statement from its tree.
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
    case .define: self = .define(try Definition(node: node))
    case .forget:
      guard let name = node.leaf(.name) else { throw .unlowered(.forget) }
      self = .forget(Name(name))
    case .load: self = .load(try LoadStatement(node: node))
    case .describe: self = .describe(DescribeStatement(node: node))
    case .open: self = .open(try node.file())
    case .save: self = .save(try node.file())
    case .run: self = .run(try node.file())
    case .fix: self = .fix
    case .set: self = .set(try SettingStatement(node: node))
    case .help: self = .help(node.leaf(.rest)?.text)
    case .quit: self = .quit
    }
  }
}

extension SyntaxNode {
  /// The file a statement names.
  fileprivate func file() throws(SyntaxFault) -> Name {
    guard let file = leaf(.file) else { throw .unlowered(rule) }
    return Name(file)
  }
}
