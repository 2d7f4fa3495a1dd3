/// What is to be done with each column of one file: the brackets and the header, resolved.
struct LoadPlan: Sendable {
  /// What the rows are.
  let thing: LoadRequest.Thing
  /// How the file is written.
  var dialect = Dialect()
  /// The names of the columns, or their numbers where the file does not name them.
  var columns: [String] = []
  /// The number of each role's column, from 1; 0 is the line's number.
  var columnOf: [Role: Int] = [:]
  /// A value that stands for a whole column: `kind = "share"`.
  var constants: [Role: String] = [:]
  /// Our kind for a kind of the file, both in lower case.
  var translations: [String: String] = [:]
  /// Columns over people: their names here, and their numbers.
  var attributes: [(name: String, column: Int)] = []
  /// How weights become ours.
  var scale = Scale.none
  /// What the report should say about all this.
  var notes: [String] = []

  /// A plan without columns yet.
  init(_ thing: LoadRequest.Thing) {
    self.thing = thing
    constants[.kind] = thing.kind
  }

  /// The column of a role; -1 where there is none.
  subscript(role: Role) -> Int { columnOf[role] ?? -1 }

  /// Whether the number of the line is used as a column.
  var usesLines: Bool { columnOf.values.contains(0) || attributes.contains { $0.column == 0 } }
}

extension LoadPlan {
  /// The plan for a request and the first rows of its file.
  ///
  /// Throws everything that is wrong with the brackets at once, or the first role that is required
  /// and has no column.
  init(_ request: LoadRequest, _ options: Options, _ look: FirstLook) throws(ImportError) {
    self.init(request.thing)
    dialect = look.dialect
    scale = options.scale
    dialect.hasHeader = options.hasHeader ?? isHeader(look.rows, named: named(in: options.rest))
    let width = max(look.columnCount, dialect.hasHeader ? look.rows.first?.count ?? 0 : 0)
    columns = (0..<width).map { "\($0 + 1)" }
    if dialect.hasHeader, let header = look.rows.first {
      columns = header.isEmpty ? columns : header
    }
    try options.rest.takeEach { mapping throws(ImportError) in try take(mapping) }
    if dialect.hasHeader {
      takeColumnsByName()
    } else {
      takeColumnsByPlace(look.rows)
    }
    try checkRequiredRoles()
    if scale != .none, columnOf[.weight] == nil {
      throw .scaleWithoutWeight(range: options.scaleRange)
    }
    if thing == .people { takeRestAsAttributes() }
    try checkKinds(look.rows)
    noteUnreadColumns()
  }

  /// The names the brackets give columns, where they cannot be names of kinds.
  private func named(in mappings: [LoadRequest.Mapping]) -> [String] {
    mappings.compactMap { entry in
      let ours = entry.ours.lowercased()
      let isRole = thing.cards.contains { $0.words.contains(ours) }
      let mayBeValue = ours == "kind" || ours == "brand"
      switch entry.theirs {
      case .name(let name) where isRole || thing == .people: return name
      case .text(let name) where (isRole && !mayBeValue) || thing == .people: return name
      default: return nil
      }
    }
  }

  private func checkRequiredRoles() throws(ImportError) {
    let missing = thing.cards.filter {
      $0.isRequired && columnOf[$0.role] == nil && constants[$0.role] == nil
    }
    guard let first = missing.first else { return }
    let free = columns.indices.filter { !isTaken($0 + 1) }
    let names = columns.indices.map {
      dialect.hasHeader ? LoadLine.column(columns[$0]) : "\($0 + 1)"
    }
    let pairs = zip(missing, free).map { "\($0.words[0]) = \(names[$1])" }
    let kind = first.role == .kind ? "kind = \"share\"" : "\(first.words[0]) = COLUMN"
    throw .missingRole(
      first.words[0],
      columns: names,
      proposal: missing.count == free.count ? pairs.joined(separator: ", ") : kind
    )
  }

  /// Throws where all rows are to be of one kind, and a column is there that says their kinds.
  ///
  /// That is one with a usual name and different values, or one that holds nothing but kinds, some
  /// of them others.
  private func checkKinds(_ rows: [[String]]) throws(ImportError) {
    guard let kind = thing.kind, let general = thing.ofAnyKind else { return }
    for index in columns.indices where !isTaken(index + 1) {
      let cells = rows.dropFirst(dialect.hasHeader ? 1 : 0)
        .compactMap { index < $0.count && !$0[index].isEmpty ? $0[index] : nil }
      let known = cells.map { LoadRequest.Thing(word: $0)?.kind }
      let hasUsualName = Headers.kind.contains(columns[index].plainHeader)
      let isMixed = hasUsualName && Set(cells).count > 1
      let isOfOthers =
        !known.isEmpty && !known.contains(nil) && !known.allSatisfy { $0 == kind }
      guard isMixed || isOfOthers else { continue }
      throw .severalKinds(columns[index], thing: thing.word, general: general.word)
    }
  }

  /// Every column of a file of people that has no other use is a column over people.
  private mutating func takeRestAsAttributes() {
    guard dialect.hasHeader else { return }
    for (index, name) in columns.enumerated() where !isTaken(index + 1) {
      var free = name.isEmpty ? "column \(index + 1)" : name
      let taken = Set(attributes.map { $0.name.lowercased() })
      if taken.contains(free.lowercased()) { free += " \(index + 1)" }
      attributes.append((free, index + 1))
    }
  }

  private mutating func noteUnreadColumns() {
    let unread = columns.indices.filter { !isTaken($0 + 1) }.map { columns[$0] }
    guard !unread.isEmpty else { return }
    let shown = unread.prefix(8).joined(separator: ", ") + (unread.count > 8 ? ", ..." : "")
    notes.append("columns left unread: \(shown)")
    if thing == .follows, dialect.hasHeader,
      let trust = unread.first(where: { $0.plainHeader == "trust" })
    {
      notes.append("with (trust = \(LoadLine.column(trust))) trust is loaded as well")
    }
  }
}
