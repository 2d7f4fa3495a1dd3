extension LoadPlan {
  /// The usual names of columns in files of any kind.
  private static let usualNames = Set(
    LoadProposal.things.flatMap { $0.cards.flatMap { $0.headers + $0.words } }
      .filter { $0.count > 1 }
  )

  /// Whether the first row names the columns, as far as can be told.
  ///
  /// It does where the brackets name one of its cells, where a cell is a usual name of a role,
  /// where every cell is one of some other kind of file, or where it is all words above a column
  /// of numbers or dates.
  func isHeader(_ rows: [[String]], named names: [String]) -> Bool {
    guard let first = rows.first, !first.isEmpty, first.contains(where: { !$0.isEmpty }) else {
      return false
    }
    let plain = first.map(\.plainHeader)
    let wanted = Set(names.map(\.plainHeader))
    if plain.contains(where: { wanted.contains($0) && !$0.isEmpty }) { return true }
    guard first.allSatisfy({ CellKind($0).map { $0 == .text } ?? true }) else { return false }
    let known = Set(thing.cards.flatMap { $0.headers + $0.words }.filter { $0.count > 1 })
    if plain.contains(where: known.contains) { return true }
    if plain.count > 1, plain.allSatisfy(LoadPlan.usualNames.contains) { return true }
    if first.contains(where: {
      $0.contains(":")
        && Set(["ID", "START_ID", "END_ID"]).contains(
          String($0.drop { $0 != ":" }.dropFirst())
        )
    }) {
      return true
    }
    return first.indices.contains { index in
      let below = rows.dropFirst().filter { index < $0.count }
        .compactMap { CellKind($0[index]) }
      return !below.isEmpty && !first[index].isEmpty
        && below.allSatisfy { $0 == .number || $0 == .date }
    }
  }

  /// Gives each role that has no column yet the first free column of a usual name.
  mutating func takeColumnsByName() {
    let plain = columns.map(\.plainHeader)
    for card in thing.cards where columnOf[card.role] == nil && constants[card.role] == nil {
      let isOtherMeasure = card.role == .count && columnOf[.weight] != nil
      let isMeasured = card.role == .weight && columnOf[.count] != nil
      guard !isOtherMeasure, !isMeasured else { continue }
      for header in card.headers {
        let found = plain.indices.first { plain[$0] == header && !isTaken($0 + 1) }
        guard let found else { continue }
        columnOf[card.role] = found + 1
        break
      }
    }
  }

  /// Gives each role that has no column yet its usual place, in a file without a header.
  ///
  /// Times are told from weights by how the first rows look.
  mutating func takeColumnsByPlace(_ rows: [[String]]) {
    for (index, role) in placedRoles(rows).enumerated() {
      guard let role, columnOf[role] == nil, constants[role] == nil, index < columns.count,
        !isTaken(index + 1)
      else { continue }
      columnOf[role] = index + 1
    }
    let used = columnOf.sorted { $0.value < $1.value }.filter { $0.value > 0 }
      .map { "\(word(for: $0.key)) = \($0.value)" }
    if !used.isEmpty { notes.append("columns by number: \(used.joined(separator: ", "))") }
  }

  /// The role of each column by its place.
  private func placedRoles(_ rows: [[String]]) -> [Role?] {
    switch thing {
    case .people: return [.handle]
    case .aliases: return [.handle, .alias]
    case .topics: return [.topic, .parent]
    case .interests: return [.person, .topic, .weight]
    case .posts: return [.post, .author, .time, .topic]
    case .actions: return [.person, .kind, .time, .value]
    case .interactions:
      return [.source, .target]
        + (columns.dropFirst(2).indices.map { looksLikeTime($0, rows) ? .time : nil })
        .filling(first: .kind)
    case .action:
      let rest = columns.indices.dropFirst()
      let value = rest.first { !looksLikeTime($0, rows) && isNumeric($0, rows) }
      return [.person]
        + rest.map { looksLikeTime($0, rows) ? .time : $0 == value ? .value : nil }
    case .vouches:
      return [.source, .target, .topic]
        + columns.indices.dropFirst(3).map { looksLikeTime($0, rows) ? .time : nil }
    case .follows, .interaction:
      return [.source, .target]
        + columns.dropFirst(2).indices.map { looksLikeTime($0, rows) ? .time : nil }
    case .trust, .relation:
      guard columns.count > 2 else { return [.source, .target] }
      return looksLikeTime(2, rows)
        ? [.source, .target, .time]
        : [.source, .target, .weight]
          + (columns.count > 3 && looksLikeTime(3, rows) ? [.time] : [])
    }
  }

  /// Whether a column holds dates, or counts of seconds since 1973 or later.
  private func looksLikeTime(_ index: Int, _ rows: [[String]]) -> Bool {
    let cells = rows.filter { index < $0.count && !$0[index].isEmpty }.map { $0[index] }
    return !cells.isEmpty
      && cells.allSatisfy {
        CellKind.instant($0) != nil || (CellKind.number($0) ?? 0) >= 100_000_000
      }
  }

  private func isNumeric(_ index: Int, _ rows: [[String]]) -> Bool {
    rows.allSatisfy { index >= $0.count || $0[index].isEmpty || CellKind.number($0[index]) != nil }
  }

  /// Whether some role has this column already.
  func isTaken(_ column: Int) -> Bool {
    columnOf.values.contains(column) || attributes.contains { $0.column == column }
  }

  /// Our word for a role in this thing.
  func word(for role: Role) -> String {
    thing.cards.first { $0.role == role }?.words.first ?? role.rawValue
  }
}

extension [Role?] {
  /// The same with the first gap filled.
  fileprivate func filling(first role: Role) -> [Role?] {
    var filled = self
    if let gap = firstIndex(of: nil) { filled[gap] = role }
    return filled
  }
}
