/// `describe "FILE"`, `describe @ann`, `describe #yoga`, `describe graph`.
package enum DescribeStatement: Sendable, Hashable {
  case file(Name)
  case person(Name)
  case topic(Name)
  case graph
  case settings
  case definitions
  /// The statements of before; those that hold a text.
  case history(String?)
  /// A relation, a column or a definition.
  case named(Name)

  /// A statement from a node of the rule `describe`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    if let file = node.leaf(.file) {
      self = .file(Name(file))
    } else if let person = node.leaf(.handle) {
      self = .person(Name(person))
    } else if let topic = node.first(.topic) {
      self = .topic(Name(topic: topic))
    } else if node.has("history") {
      self = .history(node.leaf(.text)?.text)
    } else if let name = node.leaf(.name) {
      self = .named(Name(name))
    } else {
      self = node.has("settings") ? .settings : node.has("definitions") ? .definitions : .graph
    }
  }
}
