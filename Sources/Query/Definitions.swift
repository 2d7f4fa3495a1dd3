package import Syntax

/// The names the user gave to measures, sets and topics.
package struct Definitions: Sendable {
  private var byName: [String: Definition] = [:]

  /// No definitions.
  package init() {}

  /// The names, in order.
  package var names: [String] { byName.keys.sorted() }

  /// What a name stands for, whatever its case.
  package subscript(name: String) -> Definition? { byName[name.lowercased()] }

  /// Keeps a definition, in place of an earlier one of the same name.
  package mutating func keep(_ definition: Definition) {
    byName[definition.name.text.lowercased()] = definition
  }

  /// Drops a definition; false where there was none.
  package mutating func forget(_ name: String) -> Bool {
    byName.removeValue(forKey: name.lowercased()) != nil
  }
}
