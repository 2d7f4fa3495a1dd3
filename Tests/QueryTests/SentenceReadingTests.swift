import Diagnostics
import Graph
import Query
import Syntax
import TestSupport
import Testing
import Values

/// Questions made from the grammar: each reads as itself, and its reading has the same answer.
@Suite struct SentenceReadingTests {
  private static let vocabulary = Vocabulary.standard
  private static let questions: [Rule] = [
    .rank, .list, .top, .ordered, .count, .show, .aggregate, .overlap, .path,
  ]

  @Test(arguments: questions)
  func `a made question reads as itself`(_ rule: Rule) throws {
    let names = Graph.spokenNames(
      measures: [
        "followers", "following", "reach", "pagerank", "follower ratio", "mentions received",
      ],
      functions: MathFunction.allCases.map(\.rawValue)
    )
    var world = World(graph: .spoken, definitions: ["define fit as followers * 2"])
    world.settings.me = "ann"
    var maker = SentenceMaker(seed: 3, names: names, depthLimit: 9)
    var answered = 0
    for _ in 0..<100 {
      let sentence = maker.sentence(of: rule)
      guard let first = try? answer(sentence, in: world) else { continue }
      answered += 1
      do throws(Diagnostics) {
        let second = try answer(first.reading, in: world)
        #expect(second.readingLine == first.readingLine, "\(sentence)")
        #expect(cells(of: second.table) == cells(of: first.table), "\(sentence)")
      } catch {
        Issue.record("\(sentence) reads \(first.reading), which is refused: \(error.all)")
      }
    }
    #expect(answered > 2, "\(answered) of 100")
  }

  @Test(arguments: [
    ("top 2 by - - age", "top 2 people by - -age"),
    ("customers by column age", "customers by column age"),
    ("top 2 (customers by column age) by age", "top 2 (customers by column age) by age"),
  ])
  func `how a question is read`(_ question: String, _ reading: String) throws {
    let first = try answer(question, in: World(graph: .spoken))
    #expect(first.reading == reading)
    #expect(try answer(first.reading, in: World(graph: .spoken)).reading == reading)
  }

  @Test func `a clause narrows a measure that is no name`() throws {
    let narrowed = try answer("show followers / 2 among @ann", in: World(graph: .spoken))
    #expect(narrowed.reading == "show followers among @ann / 2")
  }

  private func cells(of table: Table) -> [String] {
    table.columns.map { column in
      ([column.name] + (0..<table.rowCount).map { spelled(column[$0]) }).joined(separator: " ")
    }
  }
}
