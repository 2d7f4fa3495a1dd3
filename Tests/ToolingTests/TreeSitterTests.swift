import Foundation
import TestSupport
import Testing

/// The translation for tree-sitter: that it is whole, and that its parser takes what the language
/// takes.
@Suite struct TreeSitterTests {
  private static let grammar = Tool.checkout.appending(path: "grammar")
  private static let file = grammar.appending(path: "editors/grammar.js")

  /// The lines that the grammar's files say are accepted.
  private static func acceptedLines() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: grammar.path).sorted()
      .filter { $0.hasSuffix(".gram") }
      .flatMap { name in
        try String(contentsOf: grammar.appending(path: name), encoding: .utf8)
          .split(separator: "\n").filter { $0.hasPrefix("#> ") }.map { String($0.dropFirst(3)) }
      }
  }

  @Test func `every rule that is used is defined, and every one defined is used`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let names = text.matches(of: #/(?m)^    (\w+): (?:\$|_) =>/#).map { String($0.1) }
    let defined = Set(names)
    #expect(names.count == defined.count, "a rule is defined twice")
    let labels = Set(text.matches(of: /alias\([^()]*, \$\.(\w+)\)/).map { String($0.1) })
    let used = Set(text.matches(of: /\$\.(\w+)/).map { String($0.1) })
    #expect(used.subtracting(defined).subtracting(labels).isEmpty)
    #expect(defined.subtracting(used) == ["source_file"])
  }

  @Test func `every node that is coloured is in the grammar`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let query = try String(
      contentsOf: Self.grammar.appending(path: "editors/queries/highlights.scm"),
      encoding: .utf8
    )
    let nodes = query.matches(of: /(?m)^\((\w+)\)/).map { String($0.1) }
    #expect(nodes.count > 8)
    for node in nodes { #expect(text.contains("$.\(node)"), "\(node)") }
    for word in query.matches(of: /(?m)^  "([^"]+)"/).map({ String($0.1) }) {
      #expect(text.contains("'\(word)'"), "\(word)")
    }
  }

  /// A stand-in for the language of tree-sitter, which keeps what it is told.
  private static let stub = """
    const node = type => (...members) => {
      if (members.flat().some(part => part === undefined)) throw new Error(type + ' of nothing');
      return { type, members };
    };
    const lifted = part => typeof part === 'string' ? { type: 'STRING', value: part }
      : part instanceof RegExp ? { type: 'PATTERN', value: part.source } : part;
    const many = type => (...parts) => node(type)(...parts.map(lifted));
    const one = type => part => ({ type, content: lifted(part) });
    globalThis.seq = many('SEQ');
    globalThis.choice = many('CHOICE');
    globalThis.blank = () => ({ type: 'BLANK' });
    globalThis.optional = part => choice(part, blank());
    globalThis.repeat = one('REPEAT');
    globalThis.repeat1 = one('REPEAT1');
    globalThis.prec = (value, part) => ({ type: 'PREC', value, content: lifted(part) });
    globalThis.alias = (part, value) => ({ type: 'ALIAS', content: lifted(part), value });
    globalThis.grammar = options => {
      const $ = new Proxy({}, { get: (_, name) => ({ type: 'SYMBOL', name }) });
      const rules = Object.entries(options.rules).map(([name, rule]) => [name, lifted(rule($))]);
      const sets = [...options.conflicts($), options.extras($), [options.word($)]];
      return { names: rules.map(([name]) => name), sets };
    };
    const made = require(process.argv[2]);
    const lost = made.sets.flat().filter(part => part.name && !made.names.includes(part.name));
    if (lost.length) throw new Error('not defined: ' + lost.map(part => part.name));
    console.log(made.names.length);
    """

  @Test(.enabled(if: Tool(installed: "node") != nil, "node is not installed"))
  func `the file is JavaScript that evaluates to rules`() throws {
    let node = try #require(Tool(installed: "node"))
    let folder = try ScratchFolder()
    let script = try folder.write(Self.stub, to: "stub.js")
    let result = try node.run([script, Self.file.path])
    #expect(result.code == 0, "\(result.errors)")
    #expect((Int(result.output.filter(\.isNumber)) ?? 0) > 40)
  }

  @Test(.enabled(if: Tool(installed: "tree-sitter") != nil, "tree-sitter is not installed"))
  func `its parser takes every accepted line, alone and all in one script`() throws {
    let parser = try #require(Tool(installed: "tree-sitter"))
    let folder = try ScratchFolder()
    _ = try folder.write(String(contentsOf: Self.file, encoding: .utf8), to: "grammar.js")
    let made = try parser.run(["generate", "--no-bindings"], in: folder.url)
    try #require(made.code == 0, "\(made.errors)")
    let lines = try Self.acceptedLines()
    var scripts: [String] = []
    for (index, line) in lines.enumerated() {
      scripts.append(try folder.write(line + "\n", to: "line\(index).kith"))
    }
    let everything =
      lines.joined(separator: " -- why\n\n") + "\ncount people\n-- more\n  for bots\n"
    scripts.append(try folder.write(everything, to: "everything.kith"))
    let result = try parser.run(["parse", "-q"] + scripts, in: folder.url)
    let refused = result.output.split(separator: "\n").filter { $0.contains("ERROR") }
    let names = refused.compactMap { $0.firstMatch(of: /line(\d+)\.kith/).flatMap { Int($0.1) } }
    #expect(refused.isEmpty, "\(names.map { lines[$0] })")
    #expect(result.code == 0, "\(result.errors)")
  }
}
