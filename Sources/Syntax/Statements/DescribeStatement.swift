/// `describe "FILE"`, `describe graph`, `describe settings`.
package enum DescribeStatement: Sendable, Hashable {
  case file(Name)
  case graph
  case settings

  /// A statement from a node of the rule `describe`.
  init(node: SyntaxNode) {
    if let file = node.leaf(.file) {
      self = .file(Name(file))
    } else {
      self = node.has("settings") ? .settings : .graph
    }
  }
}
