/// `set missing trust 0.2`.
package struct SettingStatement: Sendable, Hashable {
  /// What a setting is set to.
  package enum Value: Sendable, Hashable {
    case number(Double)
    case duration(DurationSyntax)
    case person(String)
    case text(String)
    /// So many seconds.
    case seconds(Double)
    /// So many bytes.
    case size(Int)
  }

  /// The setting.
  package let name: Name
  /// What it becomes.
  package let value: Value
  /// The bytes of the value in the source.
  package let range: Range<Int>

  /// A statement from a node of the rule `set`.
  init(node: SyntaxNode) throws(SyntaxFault) {
    guard let name = node.leaf(.settingName), let value = node.leaves.last else {
      throw .unlowered(.set)
    }
    self.name = Name(name.text.lowercased(), range: name.range)
    if let duration = node.first(.duration) {
      range = duration.range
      self.value = .duration(try DurationSyntax(duration))
      return
    }
    range = value.range
    if let span = node.first(.span) {
      self.value = .seconds(try Self.seconds(span))
    } else if let size = node.first(.size) {
      self.value = .size(try Self.bytes(size))
    } else if let number = value.number {
      self.value = .number(number)
    } else {
      self.value = value.terminal == .handle ? .person(value.text) : .text(value.text)
    }
  }

  /// The seconds a node of the rule `span` stands for.
  private static func seconds(_ span: SyntaxNode) throws(SyntaxFault) -> Double {
    guard let number = span.leaf(.number)?.number,
      let unit = span.first(.spanUnit)?.leaves.first?.text.lowercased()
    else { throw .unlowered(.span) }
    return unit.hasPrefix("minute") ? number * 60 : number
  }

  /// The bytes a node of the rule `size` stands for; as many as there can be where it is more.
  private static func bytes(_ size: SyntaxNode) throws(SyntaxFault) -> Int {
    guard let number = size.leaf(.number)?.number,
      let unit = size.first(.sizeUnit)?.leaves.first?.text.uppercased(),
      let bytes = ["KB": 1e3, "MB": 1e6, "GB": 1e9][unit]
    else { throw .unlowered(.size) }
    return Int(exactly: (number * bytes).rounded()) ?? .max
  }
}
