import Answering
import Diagnostics
import Graph
import Query
import Rendering
import Syntax
import Values

extension Conversation {
  /// The measures a person's place is told by, as far as there is data for them.
  private static let mainMeasures = ["pagerank", "reach", "klout score", "eigentrust"]

  /// The most people among whom places are worked out unasked.
  private static let mostRanked = 50_000

  /// Adds the places a person takes under the main measures; in a large graph, how to ask for them.
  ///
  /// Throws when asked to stop.
  func addStanding(of person: PersonID, to card: inout Card) throws(Diagnostics) {
    guard session.graph.personCount <= Conversation.mostRanked else {
      // What there is no data for is left out; `describe graph` says what is missing.
      let names = Conversation.mainMeasures.filter { (try? question($0)) != nil }
      let asked = names.joined(separator: ", ")
      let words = names.count > 1 ? "compare \(asked) limit 20" : "top 20 people by \(asked)"
      return card.add("places", names.isEmpty ? nil : "`\(words)` works them out")
    }
    for name in Conversation.mainMeasures {
      do throws(Diagnostics) {
        if let place = try place(of: person, under: name) { card.add(name, place) }
      } catch {
        // What there is no data for is left out; `describe graph` says what is missing.
        if error.all.contains(where: { $0.code == .interrupted }) { throw error }
      }
    }
  }

  /// A measure as a question; throws what it lacks.
  private func question(_ measure: String) throws(Diagnostics) -> Question? {
    let asked = SourceText(measure)
    guard let statement = session.parser.parse(asked).first?.statement else { return nil }
    var binder = session.binder(of: asked, definitions: Definitions())
    return try binder.question(statement)
  }

  /// A person's value and place under a measure; nil where there is none.
  private func place(of person: PersonID, under measure: String) throws(Diagnostics) -> String? {
    guard let question = try question(measure) else { return nil }
    let table = try evaluated { evaluator throws(EvaluationError) in
      try evaluator.answer(question)
    }
    .table
    guard case .people(let people, _)? = table["person"]?.cells,
      case .ranks(let ranks)? = table["rank"]?.cells,
      let column = table[measure], case .numbers(let values) = column.cells,
      let row = people.firstIndex(of: person), !values[row].isNaN
    else { return nil }
    let place = "place \(Tally.digits(ranks[row].place))\(ranks[row].isShared ? "=" : "")"
    let value = NumberText.text(values[row], unit: column.unit)
    return "\(value) · \(place) of \(Tally.digits(table.rowCount))"
  }
}
