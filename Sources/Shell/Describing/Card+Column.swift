import Graph
import Rendering
import Values

extension Card {
  /// What is known of a column: how much of it is filled, and with what.
  ///
  /// Quarters are cut between the two neighbours in proportion. Complexity: O(people log people).
  init(column attribute: Attribute) {
    self.init("\(Escaping.visible(attribute.name)): a column of people")
    add("kind", attribute.kind)
    switch attribute.cells {
    case .numbers(let numbers): addNumbers(numbers)
    case .texts(let texts):
      let known = texts.compactMap(\.self)
      addFilled(known.count, of: texts.count)
      let counted = known.counted
      add("distinct", Tally.digits(counted.count))
      add("most frequent", Card.list(Card.ranked(counted)))
    case .flags(let flags):
      let known = flags.compactMap(\.self)
      addFilled(known.count, of: flags.count)
      add("yes", Card.part(known.count { $0 }, of: known.count))
      add("no", Card.part(known.count { !$0 }, of: known.count))
    case .instants(let instants):
      let known = instants.compactMap(\.self)
      addFilled(known.count, of: instants.count)
      add("distinct", Tally.digits(Set(known).count))
      add("range", Card.period(known))
    }
  }

  private mutating func addNumbers(_ numbers: [Double]) {
    let known = numbers.filter { !$0.isNaN }.sorted()
    addFilled(known.count, of: numbers.count)
    add("distinct", Tally.digits(Set(known).count))
    guard let least = known.first, let most = known.last else { return }
    add("range", "\(NumberText.text(least)) to \(NumberText.text(most))")
    let cuts = [0.25, 0.5, 0.75].map { NumberText.text(known.quantile($0)) }
    add("quarters", "\(cuts[0]), median \(cuts[1]), \(cuts[2])")
    add("mean", NumberText.text(known.reduce(0, +) / Double(known.count)))
  }

  private mutating func addFilled(_ known: Int, of count: Int) {
    add("filled", Card.part(known, of: count))
    add("missing", Card.part(count - known, of: count))
  }

  /// A number of people, and the part of all it is.
  private static func part(_ part: Int, of whole: Int) -> String {
    joined([Tally.digits(part), share(part, of: whole)])
  }
}

extension [Double] {
  /// The value below which a part of these ascending numbers lies; there is at least one.
  fileprivate func quantile(_ part: Double) -> Double {
    let position = part * Double(count - 1)
    let lower = Int(position)
    let upper = Swift.min(lower + 1, count - 1)
    return self[lower] + (position - Double(lower)) * (self[upper] - self[lower])
  }
}
