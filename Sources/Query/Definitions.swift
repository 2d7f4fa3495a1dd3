import Diagnostics
package import Syntax

/// The names the user gave to measures, sets and topics.
package struct Definitions: Sendable {
  private var byName: [String: Definition] = [:]
  private var texts: [String: String] = [:]

  /// No definitions.
  package init() {}

  /// The names, in order.
  package var names: [String] { byName.keys.sorted() }

  /// What a name stands for, whatever its case.
  package subscript(name: String) -> Definition? { byName[name.lowercased()] }

  /// The statement that defined a name, on one line; nil where it was not kept.
  package func text(of name: String) -> String? { texts[name.lowercased()] }

  /// Keeps a definition, in place of an earlier one of the same name, and the statement it is from.
  package mutating func keep(_ definition: Definition, saying text: String? = nil) {
    let key = definition.name.text.lowercased()
    byName[key] = definition
    texts[key] = text
  }

  /// The definitions with what their parameters stand for at the moment.
  ///
  /// Complexity: that of parsing those which name parameters.
  package func resolved(with parameters: Parameters, lexicon: Lexicon) -> Definitions {
    var resolved = self
    for (name, text) in texts where text.contains("$") {
      let outcome = Parser(lexicon: lexicon).parse(SourceText(text), with: parameters).first
      if case .define(let definition)? = outcome?.statement { resolved.byName[name] = definition }
    }
    return resolved
  }

  /// The names whose definitions say a name, in order.
  package func names(saying name: String) -> [String] {
    let wanted = name.lowercased()
    return names.filter { other in
      other != wanted
        && (texts[other] ?? "").lowercased()
          .split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
          .contains(wanted[...])
    }
  }

  /// Drops a definition; false where there was none.
  package mutating func forget(_ name: String) -> Bool {
    texts.removeValue(forKey: name.lowercased())
    return byName.removeValue(forKey: name.lowercased()) != nil
  }
}
