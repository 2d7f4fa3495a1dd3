import Graph
import Values

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

/// The cells of one column over people as they come, until their kind is known.
struct AttributeColumn {
  /// The name of the column here.
  let name: String
  /// Its number in the file.
  let column: Int
  private var cells: [(person: PersonID, text: String, line: Int)] = []

  /// A column without cells.
  init(name: String, column: Int) {
    self.name = name
    self.column = column
  }

  /// Adds what the column says about a person; an empty cell says nothing.
  mutating func append(_ text: String, of person: PersonID, line: Int) {
    if !text.isEmpty { cells.append((person, text, line)) }
  }

  /// The kind of all cells together, and where the first cell of another kind stands when most
  /// cells agree and some do not.
  func kind() -> (kind: CellKind, odd: (most: CellKind, line: Int)?) {
    var counts: [CellKind: Int] = [:]
    for cell in cells where !isMissing(cell.text) {
      counts[CellKind(cell.text) ?? .text, default: 0] += 1
    }
    guard let most = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) })
    else { return (.text, nil) }
    if counts.count == 1 { return (most.key, nil) }
    let all = counts.values.reduce(0, +)
    guard most.key != .text, most.value * 2 > all else { return (.text, nil) }
    let odd = cells.first { !isMissing($0.text) && CellKind($0.text) != most.key }
    return (.text, odd.map { (most.key, $0.line) })
  }

  /// The column over so many people; of several cells about one person the last one stays.
  func attribute(of kind: CellKind, people: Int) -> Attribute {
    switch kind {
    case .flag:
      var flags = [Bool?](repeating: nil, count: people)
      for cell in cells { flags[Int(cell.person)] = CellKind.flag(cell.text) }
      return Attribute(name: name, cells: .flags(flags))
    case .number:
      var numbers = [Double](repeating: .nan, count: people)
      for cell in cells { numbers[Int(cell.person)] = CellKind.number(cell.text) ?? .nan }
      return Attribute(name: name, cells: .numbers(numbers))
    case .date:
      var instants = [Instant?](repeating: nil, count: people)
      for cell in cells { instants[Int(cell.person)] = CellKind.instant(cell.text) }
      return Attribute(name: name, cells: .instants(instants))
    case .text:
      var texts = [String?](repeating: nil, count: people)
      for cell in cells { texts[Int(cell.person)] = cell.text }
      return Attribute(name: name, cells: .texts(texts))
    }
  }

  private func isMissing(_ text: String) -> Bool {
    text.utf8.count <= 4 && CellKind.missingWords.contains(text.lowercased())
  }
}
