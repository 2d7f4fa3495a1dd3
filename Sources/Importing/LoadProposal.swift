/// Guesses what a file holds from its columns, and writes the `load` line for it.
enum LoadProposal {
  /// What a file may hold, what says most about its columns first.
  static let things: [LoadRequest.Thing] = [
    .actions, .interactions, .posts, .vouches, .trust, .interests, .follows, .topics, .aliases,
    .people,
  ]

  /// The `load` lines for a file, likeliest first; at most three.
  static func lines(
    for columns: [FileDescription.ColumnSketch],
    rows: Int,
    hasHeader: Bool,
    file: String
  ) -> [String] {
    things.compactMap { thing -> (line: String, score: Double)? in
      var plan = LoadPlan(thing)
      plan.columns = columns.map(\.name)
      plan.dialect.hasHeader = hasHeader
      if hasHeader {
        plan.takeColumnsByName()
      } else {
        plan.takeColumnsByPlace(samples(of: columns))
      }
      guard let score = score(plan, columns, rows) else { return nil }
      return (line(plan, columns, file), score)
    }
    .sorted { $0.score > $1.score }.prefix(3).map(\.line)
  }

  /// The samples of the columns as rows, to tell times from weights by.
  private static func samples(of columns: [FileDescription.ColumnSketch]) -> [[String]] {
    let height = columns.map(\.samples.count).max() ?? 0
    return (0..<height).map { row in
      columns.map { row < $0.samples.count ? $0.samples[row] : "" }
    }
  }

  /// How well a plan explains the columns; nil where it cannot be carried out.
  private static func score(
    _ plan: LoadPlan,
    _ columns: [FileDescription.ColumnSketch],
    _ rows: Int
  ) -> Double? {
    func tellsRowsApart(_ role: Role) -> Bool {
      plan[role] > 0 && Double(columns[plan[role] - 1].distinct) > Double(rows) * 0.9
    }
    func kind(_ role: Role) -> String? { plan[role] > 0 ? columns[plan[role] - 1].kind : nil }
    for card in plan.thing.cards where card.isRequired {
      guard plan.columnOf[card.role] != nil else { return nil }
    }
    if let time = kind(.time), time == CellKind.text.rawValue { return nil }
    if let kind = kind(.kind), kind != CellKind.text.rawValue { return nil }
    for role in [Role.weight, .count, .value] {
      if let kind = kind(role), kind != CellKind.number.rawValue { return nil }
    }
    let explained = Double(plan.columnOf.count) / Double(max(columns.count, 1))
    switch plan.thing {
    case .trust:
      guard plan[.weight] > 0 || names(plan, .source, ["trust", "rate"]) else { return nil }
      return explained + 0.1
    case .people:
      let isOneColumn = columns.count == 1
      guard tellsRowsApart(.handle), plan.dialect.hasHeader || isOneColumn else { return nil }
      return 0.2
    case .topics:
      guard plan.dialect.hasHeader, tellsRowsApart(.topic) else { return nil }
      let isOfTopics = Headers.topic.contains(plan.columns[plan[.topic] - 1].plainHeader)
      return isOfTopics ? explained + 0.1 : explained - 0.3
    case .aliases: return names(plan, .alias, ["alias"]) ? explained + 0.1 : nil
    case .vouches:
      let isDated = plan[.time] > 0
      guard plan.dialect.hasHeader, isDated || names(plan, .source, ["vouch", "endors"]) else {
        return nil
      }
      return explained
    case .posts: return tellsRowsApart(.post) && plan.dialect.hasHeader ? explained : nil
    case .interests where !plan.dialect.hasHeader:
      return kind(.topic) == CellKind.text.rawValue ? explained : nil
    case .actions:
      guard plan.dialect.hasHeader else { return nil }
      return plan[.value] > 0 || plan[.brand] > 0 ? explained + 0.05 : explained - 0.3
    case .interactions: return explained + 0.15
    default: return explained
    }
  }

  /// Whether the header of a role's column begins with one of these.
  private static func names(_ plan: LoadPlan, _ role: Role, _ starts: [String]) -> Bool {
    let header = plan.columns[plan[role] - 1].plainHeader
    return starts.contains { header.hasPrefix($0) }
  }

  /// The complete line.
  private static func line(
    _ plan: LoadPlan,
    _ columns: [FileDescription.ColumnSketch],
    _ file: String
  ) -> String {
    let repeated = Dictionary(grouping: plan.columns, by: { $0 }).filter { $1.count > 1 }
    var entries: [String] = []
    for card in plan.thing.cards {
      let column = plan[card.role]
      guard column > 0 else { continue }
      let name = plan.columns[column - 1]
      let isNamed = plan.dialect.hasHeader && repeated[name] == nil && !name.isEmpty
      entries.append("\(card.words[0]) = \(isNamed ? LoadLine.column(name) : String(column))")
    }
    if plan[.weight] > 0, let bounds = columns[plan[.weight] - 1].bounds {
      let floor: Double = plan.thing == .trust ? -1 : 0
      if bounds.lowerBound < floor || bounds.upperBound > 1 {
        if plan.thing == .interests, bounds.lowerBound >= 0, bounds.upperBound > 100 {
          entries = entries.map { $0.hasPrefix("weight") ? "count\($0.dropFirst(6))" : $0 }
        } else if let scale = Scale.likely(for: bounds, floor: floor).first?.written {
          entries.append("scale = \(scale)")
        }
      }
    }
    return "load \(plan.thing.word) from \"\(file)\" (\(entries.joined(separator: ", ")))"
  }
}
