import Graph
import Query
import Values

/// What a person's value is made of, perhaps beside another's.
struct Account {
  /// The measure.
  let measure: BoundMeasure
  /// Whose value.
  let person: Question.Person
  /// What it is made of.
  let own: Evaluator.Opened
  /// Who it is held against.
  let rival: Question.Person?
  /// What theirs is made of; nil where that was not looked into.
  let others: Evaluator.Opened?

  /// A part that both, or one of them, have.
  struct Pair {
    let name: String
    let own: Double
    let other: Double

    /// How much more the person has of it.
    var difference: Double { own - other }
  }

  /// The parts of both, those that differ most first.
  var pairs: [Pair] {
    let theirs = Dictionary((others?.parts ?? []).map { ($0.name, $0.amount) }) { first, _ in first
    }
    let mine = Dictionary(own.parts.map { ($0.name, $0.amount) }) { first, _ in first }
    let names = own.parts.map(\.name) + (others?.parts ?? []).map(\.name).filter { mine[$0] == nil }
    let pairs = names.map { Pair(name: $0, own: mine[$0] ?? 0, other: theirs[$0] ?? 0) }
    let parts = pairs.map { Evaluator.Opened.Part(name: $0.name, amount: $0.difference, note: "") }
    let places = Dictionary(zip(names, pairs)) { first, _ in first }
    return Evaluator.ordered(parts).compactMap { places[$0.name] }
  }

  /// The parts of the person's value.
  func table(unit: Unit) -> Table {
    let word = own.isExact ? "contribution" : "difference"
    var columns = [
      Column("part", cells: .texts(own.parts.map(\.name))),
      Column(
        word,
        unit: unit,
        cells: .numbers(own.parts.map(\.amount)),
        ranks: true,
        missingReason: "no value without"
      ),
      Column(
        "share",
        unit: .share,
        cells: .numbers(own.parts.map { own.value == 0 ? .nan : $0.amount / own.value }),
        missingReason: "of nothing"
      ),
    ]
    if own.parts.contains(where: { !$0.note.isEmpty }) {
      columns.append(
        Column("note", cells: .texts(own.parts.map { $0.note.isEmpty ? nil : $0.note }))
      )
    }
    return Table(columns, rowNoun: "parts")
  }

  /// The parts of both values, side by side.
  func comparison(unit: Unit) -> Table {
    let pairs = pairs
    let handles = [person, rival].compactMap { $0 }.map { Reading.handle($0.handle) }
    return Table(
      [
        Column("part", cells: .texts(pairs.map(\.name))),
        Column(handles[0], unit: unit, cells: .numbers(pairs.map(\.own))),
        Column(handles.last ?? "", unit: unit, cells: .numbers(pairs.map(\.other))),
        Column(
          "difference",
          unit: unit,
          cells: .numbers(pairs.map(\.difference)),
          ranks: true
        ),
      ],
      rowNoun: "parts"
    )
  }
}
