import Graph

/// Takes rows that give a person another id.
///
/// Nobody is renamed before all rows are there: one that contradicts another, or what an earlier
/// load said, refuses the whole file.
struct AliasLoader: RowLoader {
  /// An alias of the file: whom it means, and the line that says so first.
  private struct Entry {
    let handle: UInt32
    let line: Int
  }

  private let handle: Int
  private let alias: Int
  /// The people of the graph, as they were before the file.
  private let people: PersonNames
  private var handles = NameTable()
  private var handleLines: [Int] = []
  private var aliases = NameTable()
  private var entries: [Entry] = []
  private var withoutAlias = 0
  private var repeats = 0
  private var conflicts: [ImportError.AliasConflict] = []

  /// A loader by the plan.
  init(_ plan: LoadPlan, into graph: Graph) {
    handle = plan[.handle]
    alias = plan[.alias]
    people = graph.people
  }

  /// Unsafe: hands the bytes of the row to tables, which copy them at once.
  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)
  {
    let sigil = UInt8(ascii: "@")
    guard let who = try row.name(handle, .handle, sigil: sigil) else {
      throw RowTrouble(.missing, column: handle, role: .handle)
    }
    let text = who.text
    let other = try row.name(alias, .alias, sigil: sigil)
    guard people.memory + handles.memory + aliases.memory < GraphLimits.nameBytes / 2 else {
      throw RowTrouble(.noRoom, column: handle, role: .handle)
    }
    guard let other, other.text != text else {
      withoutAlias += 1
      return
    }
    let owner = handles.intern(text)
    if Int(owner) == handleLines.count { handleLines.append(row.line) }
    let number = Int(unsafe aliases.intern(other.bytes))
    guard number < entries.count else {
      entries.append(Entry(handle: owner, line: row.line))
      return
    }
    repeats += 1
    if entries[number].handle != owner {
      conflicts.append(
        .twoPeople(
          alias: other.text,
          line: row.line,
          handles: [handles[entries[number].handle], text],
          earlier: entries[number].line
        )
      )
    }
  }

  func peopleNamed(in builder: borrowing GraphBuilder) -> Int { handles.count }

  mutating func finish(
    _ builder: inout GraphBuilder,
    _ report: inout LoadReport
  )
    throws(ImportError)
  {
    conflicts += chainsInFile + conflictsWithBefore
    guard conflicts.isEmpty else { throw .aliasConflicts(conflicts.sorted { $0.line < $1.line }) }
    let known = entries.indices.count { people.owner(ofAlias: aliases[UInt32($0)]) != nil }
    for handle in 0..<UInt32(handles.count) { _ = builder.person(handles[handle]) }
    builder.join(
      entries.enumerated().map { (aliases[UInt32($0.offset)], handles[$0.element.handle]) }
    )
    report.add("aliases", entries.count - known, evenZero: true)
    report.add("people joined", builder.joinedCount)
    report.add("duplicates dropped", repeats + known)
    report.add("rows with one id", withoutAlias)
    guard let first = entries.first else { return }
    let owner = LoadLine.person(handles[first.handle])
    report.sentence = "\(LoadLine.person(aliases[0])) means \(owner)"
  }

  /// The handles of the file that are an alias in it.
  private var chainsInFile: [ImportError.AliasConflict] {
    (0..<UInt32(handles.count)).compactMap { handle in
      let name = handles[handle]
      guard let alias = aliases.number(of: name) else { return nil }
      let entry = entries[Int(alias)]
      return .chain(
        alias: name,
        line: handleLines[Int(handle)],
        handle: handles[entry.handle],
        earlier: entry.line
      )
    }
  }

  /// What contradicts earlier loads.
  private var conflictsWithBefore: [ImportError.AliasConflict] {
    guard !people.owners.isEmpty else { return [] }
    var found: [ImportError.AliasConflict] = []
    for handle in 0..<UInt32(handles.count) {
      let name = handles[handle]
      guard let owner = people.owner(ofAlias: name) else { continue }
      let line = handleLines[Int(handle)]
      found.append(.chain(alias: name, line: line, handle: people[owner], earlier: nil))
    }
    let owners = PersonSet(people.owners, universe: people.count)
    for (number, entry) in entries.enumerated() {
      let name = aliases[UInt32(number)]
      let handle = handles[entry.handle]
      if let owner = people.owner(ofAlias: name), people[owner] != handle {
        let handles = [people[owner], handle]
        found.append(.twoPeople(alias: name, line: entry.line, handles: handles, earlier: nil))
      } else if let person = people.handles.number(of: name), owners.contains(person) {
        found.append(.hasAliases(alias: name, line: entry.line, handle: handle))
      }
    }
    return found
  }
}
