import Diagnostics
import Graph
import Notation
import Query
import Rendering
import Syntax
import TestSupport

/// Puts inputs through all that reads text, and keeps what went wrong.
///
/// A trap ends the program; `--tell` then shows the input.
struct Trial {
  private static let findingLimit = 200
  /// The kinds in the order they are made: nests and long inputs, which take long, now and then.
  private static let order: [InputMaker.Kind] =
    [.nest, .long]
    + (0..<19).flatMap { _ in [.sentence, .mutation, .edit, .soup, .bytes] as [InputMaker.Kind] }

  private let invocation: Invocation
  private let lexicon: Lexicon
  private let names: [Terminal: [String]]
  private let lines: [String]
  private let clock = ContinuousClock()

  /// What went wrong, with the input.
  private(set) var findings: [String] = []
  private var taken: [InputMaker.Kind: Int] = [:]
  private var made: [InputMaker.Kind: Int] = [:]
  private var answered = 0
  private var slowest = (time: Duration.zero, input: "")
  private var total = Duration.zero

  /// A trial as the command line asks for it.
  init(_ invocation: Invocation) {
    self.invocation = invocation
    let vocabulary = Vocabulary.standard
    lexicon = vocabulary.lexicon(settings: ["missing trust", "interest threshold", "me"])
    names = Graph.spokenNames(
      measures: vocabulary.metrics.keys.sorted(),
      functions: MathFunction.allCases.map(\.rawValue)
    )
    lines = GrammarPage.all.flatMap(\.accepted)
  }

  /// Makes the inputs and checks each.
  mutating func run() {
    let start = clock.now
    var maker = InputMaker(seed: invocation.seed, names: names, lines: lines)
    for index in 0..<invocation.count {
      if index.isMultiple(of: 1_000) {
        let seed = invocation.seed &* 1_000_003 &+ UInt64(index)
        maker = InputMaker(seed: seed, names: names, lines: lines)
      }
      let kind = Self.order[index % Self.order.count]
      let input = maker.input(kind)
      if index >= invocation.told { StandardError.write("\(index) \(input.debugDescription)\n") }
      let before = clock.now
      check(input, kind, isWhole: index.isMultiple(of: invocation.every), by: &maker)
      let time = before.duration(to: clock.now)
      made[kind, default: 0] += 1
      if time > slowest.time { slowest = (time, input) }
      if time > .milliseconds(invocation.limit) { note("took \(time)", input) }
    }
    total = start.duration(to: clock.now)
  }

  /// The result in a few lines.
  var summary: String {
    let kinds = InputMaker.Kind.allCases.map { kind in
      "  \(kind.rawValue): \(made[kind] ?? 0), of which \(taken[kind] ?? 0) are taken"
    }
    return
      (findings.map { "! \($0)" } + ["seed \(invocation.seed): \(invocation.count) inputs"]
      + kinds + [
        "  \(answered) were bound and read again",
        "  time \(total), slowest \(slowest.time): \(slowest.input.prefix(200))",
        "  \(findings.count) findings",
      ]).joined(separator: "\n")
  }

  private mutating func note(_ what: String, _ input: String) {
    guard findings.count < Self.findingLimit else { return }
    findings.append("\(what): \(input.prefix(600).debugDescription)")
  }

  private mutating func check(
    _ input: String,
    _ kind: InputMaker.Kind,
    isWhole: Bool,
    by maker: inout InputMaker
  ) {
    let source = SourceText(input)
    let outcomes = Parser(lexicon: lexicon).parse(source)
    let faults = outcomes.flatMap(\.diagnostics)
    if faults.isEmpty { taken[kind, default: 0] += 1 }
    for outcome in outcomes where outcome.statement == nil && outcome.diagnostics.isEmpty {
      note("neither taken nor refused", input)
    }
    for fault in faults { check(fault, of: source) }
    guard isWhole else { return }
    for fault in faults where DiagnosticText.render(fault, fixCommand: true).isEmpty {
      note("no text", input)
    }
    checkFixes(faults, of: source)
    checkNormalForm(outcomes, of: source)
    _ = Completion.slots(in: input, at: maker.number(below: input.utf8.count + 1), lexicon: lexicon)
    for outcome in outcomes {
      if outcome.diagnostics.isEmpty, let statement = outcome.statement { bind(statement, source) }
    }
  }

  private mutating func check(_ fault: Diagnostic, of source: SourceText) {
    guard let place = fault.place, let excerpt = place.excerpt else {
      return note("no place: \(fault.message)", source.text)
    }
    let isInside =
      place.column >= 1 && place.marked.upperBound <= excerpt.count
      && place.line <= source.line(of: source.text.utf8.count)
    if !isInside { note("a place outside: \(fault.message)", source.text) }
    if let fix = fault.fix, fix.range.upperBound > source.text.utf8.count {
      note("a fix outside: \(fault.message)", source.text)
    }
  }

  /// What every fault has a fix for must parse when they are applied.
  private mutating func checkFixes(_ faults: [Diagnostic], of source: SourceText) {
    let fixes = faults.compactMap(\.fix).sorted { $0.range.lowerBound > $1.range.lowerBound }
    let areApart = zip(fixes, fixes.dropFirst()).allSatisfy { later, earlier in
      earlier.range.upperBound <= later.range.lowerBound
    }
    guard !fixes.isEmpty, fixes.count == faults.count, areApart else { return }
    var bytes = Array(source.text.utf8)
    for fix in fixes { bytes.replaceSubrange(fix.range, with: Array(fix.replacement.utf8)) }
    let mended = SourceText(String(decoding: bytes, as: UTF8.self))
    let again = Parser(lexicon: lexicon).parse(mended).flatMap(\.diagnostics)
    if again.count > faults.count { note("a fix makes it worse: \(mended.text)", source.text) }
  }

  private mutating func checkNormalForm(_ outcomes: [Parser.Outcome], of source: SourceText) {
    guard outcomes.allSatisfy(\.diagnostics.isEmpty) else { return }
    do throws(Diagnostics) {
      let formatter = ScriptFormatter(lexicon: lexicon)
      let normal = try formatter.normalForm(of: source)
      let again = Parser(lexicon: lexicon).parse(SourceText(normal))
      if again.map({ $0.tree?.shape }) != outcomes.map({ $0.tree?.shape }) {
        note("another tree in its normal form \(normal)", source.text)
      }
      if try formatter.normalForm(of: SourceText(normal)) != normal {
        note("a normal form that does not stay: \(normal)", source.text)
      }
    } catch {
      note("no normal form", source.text)
    }
  }

  private mutating func bind(_ statement: Statement, _ source: SourceText) {
    do throws(Diagnostics) {
      guard let reading = try Self.reading(of: statement, source) else { return }
      answered += 1
      let text = SourceText(reading)
      let outcomes = Parser(lexicon: lexicon).parse(text)
      guard outcomes.count == 1, outcomes[0].diagnostics.isEmpty, let again = outcomes[0].statement
      else { return note("a reading that is refused: \(reading)", source.text) }
      do throws(Diagnostics) {
        let second = try Self.reading(of: again, text) ?? "nothing"
        if second != reading { note("a reading that reads \(second): \(reading)", source.text) }
      } catch {
        note("a reading that is not bound, \(error.all[0].message): \(reading)", source.text)
      }
    } catch {
      for fault in error.all { check(fault, of: source) }
    }
  }

  private static func reading(
    of statement: Statement,
    _ source: SourceText
  ) throws(Diagnostics) -> String? {
    var settings = QuerySettings()
    settings.me = "ann"
    var binder = Binder(
      graph: .spoken,
      definitions: Definitions(),
      settings: settings,
      source: source
    )
    return try binder.question(statement)?.reading
  }
}
