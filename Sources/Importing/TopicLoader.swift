import Graph

/// Takes rows that say which topic is a part of which.
///
/// A topic whose parent is left empty is taken in and keeps the parent it may have. Nothing is added
/// before all rows are there: one that makes a topic a part of itself refuses the whole file.
struct TopicLoader: RowLoader {
  /// What a row said a topic is a part of, and where it said so.
  private struct Entry {
    let parent: UInt32
    let line: Int
    let column: Int
  }

  private let topic: Int
  private let parent: Int
  private var topics: NameIntake
  private var named: Set<UInt32> = []
  private var entries: [UInt32: Entry] = [:]
  private var repeats = 0
  private var withoutParent = 0
  private var first: (topic: UInt32, parent: UInt32)?
  /// How many rows gave a topic another parent than a row before, and the first of them.
  private var changes = (count: 0, line: 0)

  /// A loader by the plan.
  init(_ plan: LoadPlan, into graph: Graph) {
    topic = plan[.topic]
    parent = plan[.parent]
    topics = NameIntake(.topics, of: graph)
  }

  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)
  {
    let sigil = UInt8(ascii: "#")
    guard let name = try row.name(topic, .topic, sigil: sigil) else {
      throw RowTrouble(.missing, column: topic, role: .topic)
    }
    let above = try row.name(parent, .parent, sigil: sigil)
    guard topics.hasRoom(in: builder) else {
      throw RowTrouble(.noRoom, column: topic, role: .topic)
    }
    let part = topics.number(of: name, in: &builder)
    if !named.insert(part).inserted { repeats += 1 }
    guard let above else {
      withoutParent += 1
      return
    }
    let whole = topics.number(of: above, in: &builder)
    if first == nil { first = (part, whole) }
    let place = row.place(of: parent)
    let entry = Entry(parent: whole, line: place.line, column: place.column)
    let known = entries.updateValue(entry, forKey: part)
    guard let known, known.parent != whole else { return }
    if changes.count == 0 { changes.line = place.line }
    changes.count += 1
  }

  func peopleNamed(in builder: borrowing GraphBuilder) -> Int { 0 }

  mutating func finish(
    _ builder: inout GraphBuilder,
    _ report: inout LoadReport
  )
    throws(ImportError)
  {
    let known: Int
    do throws(TopicCycle) {
      known = try builder.add(topicParents: entries.mapValues(\.parent))
    } catch {
      throw .topicCycle(loop(of: error, in: builder))
    }
    report.add("topics", topics.namedCount(of: builder.topicCount), evenZero: true)
    report.add("parents", entries.count - known, evenZero: true)
    report.add("duplicates dropped", repeats + known)
    report.add("rows without a parent", withoutParent)
    if changes.count > 0 {
      let rows = changes.count == 1 ? "1 row gives" : "\(changes.count) rows give"
      report.notes.append(
        "\(rows) a topic another parent than a row before, first line \(changes.line); "
          + "the last one counts"
      )
    }
    guard let first else { return }
    let names = [first.topic, first.parent].map { LoadLine.topic(builder.name(ofTopic: $0)) }
    report.sentence = "\(names[0]) is a part of \(names[1])"
  }

  /// A cycle with the places that say it, from the one that comes last in the file on.
  private func loop(
    of cycle: TopicCycle,
    in builder: borrowing GraphBuilder
  ) -> ImportError.TopicLoop {
    var links: [ImportError.TopicLoop.Link] = []
    for topic in cycle.topics {
      let entry = entries[topic]
      links.append(
        ImportError.TopicLoop.Link(
          topic: builder.name(ofTopic: topic),
          line: entry?.line,
          column: entry?.column ?? 1
        )
      )
    }
    let last = links.indices.max { (links[$0].line ?? 0) < (links[$1].line ?? 0) } ?? 0
    return ImportError.TopicLoop(links: Array(links[last...] + links[..<last]))
  }
}
