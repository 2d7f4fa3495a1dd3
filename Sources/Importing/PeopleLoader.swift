import Graph

/// Takes rows that are about one person each: a handle, and whatever columns there are.
struct PeopleLoader: RowLoader {
  private let handle: Int
  private var people: NameIntake
  private var columns: [AttributeColumn]
  private var taken = 0
  private var first: (person: PersonID, cells: [String])?

  /// A loader by the plan.
  init(_ plan: LoadPlan, into graph: Graph) {
    handle = plan[.handle]
    people = NameIntake(.people, of: graph)
    columns = plan.attributes.map { AttributeColumn(name: $0.name, column: $0.column) }
  }

  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)
  {
    guard let name = try row.name(handle, .handle, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: handle, role: .handle)
    }
    guard people.hasRoom(in: builder) else {
      throw RowTrouble(.noRoom, column: handle, role: .handle)
    }
    let person = people.number(of: name, in: &builder)
    taken += 1
    if first == nil { first = (person, columns.map { row.text($0.column) }) }
    for index in columns.indices {
      columns[index].append(row.text(columns[index].column), of: person, line: row.line)
    }
  }

  func peopleNamed(in builder: borrowing GraphBuilder) -> Int {
    people.namedCount(of: builder.personCount)
  }

  mutating func finish(
    _ builder: inout GraphBuilder,
    _ report: inout LoadReport
  )
    throws(ImportError)
  {
    report.add("attributes", columns.count)
    report.add("duplicates dropped", taken - peopleNamed(in: builder))
    var kinds: [String] = []
    for column in columns {
      let (kind, odd) = column.kind()
      if let odd {
        report.notes.append(
          "\(column.name) mixes kinds, so it is text: line \(odd.line) is no \(odd.most.rawValue)"
        )
      }
      if let known = builder.kind(of: column.name), known != kind.rawValue {
        throw ImportError.otherKind(column: column.name, known: known, found: kind.rawValue)
      }
      kinds.append("\(column.name) (\(kind.rawValue))")
      builder.add(column.attribute(of: kind, people: builder.personCount))
    }
    if !kinds.isEmpty { report.notes.append("attributes: \(kinds.joined(separator: ", "))") }
    guard let first else { return }
    let facts = zip(columns, first.cells).filter { !$1.isEmpty }.prefix(4)
      .map { "\($0.name) \($1.shortened)" }
    report.sentence =
      LoadLine.person(builder.handle(of: first.person))
      + (facts.isEmpty ? "" : ": \(facts.joined(separator: ", "))")
  }
}
