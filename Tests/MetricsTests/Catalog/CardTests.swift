import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What every card owes its readers.
struct CardTests {
  @Test func `names are unique`() {
    let names = MetricCatalog.all.map(\.card.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: CatalogEntry.all)
  func `names are words in lower case`(_ entry: CatalogEntry) {
    #expect(entry.card.name == entry.card.name.lowercased())
    #expect(entry.card.name.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" })
  }

  @Test(arguments: CatalogEntry.all)
  func `summaries fit their column and are no sentences`(_ entry: CatalogEntry) {
    #expect((10...72).contains(entry.card.summary.count))
    #expect(entry.card.summary.last != ".")
    #expect(entry.card.summary.first?.isUppercase == false)
  }

  @Test(arguments: CatalogEntry.all)
  func `nothing is left blank`(_ entry: CatalogEntry) {
    let card = entry.card
    #expect(!card.formula.isEmpty && !card.formula.contains("\n") && card.formula.count <= 100)
    #expect(card.formula.utf8.allSatisfy { $0 < 128 })
    #expect(card.meaning.last == "." && !card.meaning.contains("\n"))
    #expect(!card.source.isEmpty)
    #expect(!card.laws.isEmpty)
    #expect(!card.examples.isEmpty)
    #expect(!card.triedWords.isEmpty)
    #expect(card.triedWords.allSatisfy { $0 == $0.lowercased() && $0 != card.name })
  }

  @Test(arguments: CatalogEntry.all)
  func `settings stand within their ranges and are explained`(_ entry: CatalogEntry) {
    for parameter in entry.card.parameters {
      switch parameter.kind {
      case .number(let range, let standard), .duration(let range, let standard):
        #expect(range.contains(standard))
      case .choice(let options):
        #expect(options.count > 1)
        #expect(options.allSatisfy { $0.name == $0.name.lowercased() && !$0.summary.isEmpty })
      }
      #expect(!parameter.summary.isEmpty)
    }
    let options = entry.card.parameters.flatMap { $0.options.map(\.name) }
    #expect(Set(options).count == options.count)
  }

  @Test(arguments: CatalogEntry.all)
  func `who takes over a relation has one of its own`(_ entry: CatalogEntry) {
    let takesOver = (entry.card.accepts + entry.card.requires).contains(.over)
    #expect(takesOver == (entry.card.relation != nil))
  }

  @Test(arguments: CatalogEntry.all)
  func `companions come as the card lists them`(_ entry: CatalogEntry) throws {
    let graph = Graph.eightPeople
    for isWeighted in [false, true] {
      let arguments = entry.arguments(on: graph, weightedByTrust: isWeighted)
      let measured = try entry.metric.evaluate(on: graph, with: arguments, watchedBy: .unwatched)
      let listed = entry.card.companions.map(\.name)
      let came = measured.companions.map(\.name)
      #expect(came == listed.filter(came.contains))
      #expect(measured.values.count == graph.personCount)
      #expect(measured.companions.allSatisfy { $0.values.count == graph.personCount })
    }
  }

  @Test(arguments: CatalogEntry.all)
  func `proportions rank by a lower end`(_ entry: CatalogEntry) {
    let names = entry.card.companions.map(\.name)
    #expect(entry.card.isProportion == (names.contains("low") && names.contains("high")))
  }
}
