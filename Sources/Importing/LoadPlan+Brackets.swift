extension LoadPlan {
  /// What the brackets say about the file as a whole, before a column is looked for.
  struct Options: Sendable {
    /// What separates columns, where it was said.
    var separator: Dialect.Separator?
    /// Whether the first row names the columns, where it was said.
    var hasHeader: Bool?
    /// How weights become ours.
    var scale = Scale.none
    /// Where the scale was given.
    var scaleRange = 0..<0
    /// The entries that are about columns and values.
    var rest: [LoadRequest.Mapping] = []

    /// The words of options.
    static let words = ["scale", "header", "separator"]

    /// The options among these entries.
    ///
    /// Throws all that have a value they cannot have.
    init(_ mappings: [LoadRequest.Mapping]) throws(ImportError) {
      try mappings.takeEach { mapping throws(ImportError) in try take(mapping) }
    }

    private mutating func take(_ mapping: LoadRequest.Mapping) throws(ImportError) {
      switch mapping.ours.lowercased() {
      case "separator":
        guard let word = mapping.theirs.word, let found = Dialect.Separator(declared: word) else {
          let words = Dialect.Separator.words.map(\.word).filter { $0 != "spaces" }
          throw .badOption(
            "separator is a word or one character in quotes",
            choices: words + ["\"x\""],
            range: mapping.range
          )
        }
        separator = found
      case "header":
        guard let word = mapping.theirs.word, let flag = CellKind.flag(word) else {
          throw .badOption("header is yes or no", choices: ["yes", "no"], range: mapping.range)
        }
        hasHeader = flag
      case "scale":
        scale = try Options.scale(mapping)
        scaleRange = mapping.range
      default: rest.append(mapping)
      }
    }

    private static func scale(_ mapping: LoadRequest.Mapping) throws(ImportError) -> Scale {
      switch mapping.theirs {
      case .number(let number) where number > 0 && number.isFinite: return .divided(by: number)
      case .range(let from, let to) where from != to && (to - from).isFinite:
        return .span(from: from, to: to)
      default:
        throw .badOption(
          "scale is the greatest weight, or the least and the greatest",
          choices: ["scale = 10", "scale = 1 to 5"],
          range: mapping.range
        )
      }
    }
  }

  /// Takes one entry of the brackets.
  ///
  /// Throws what is wrong with it.
  mutating func take(_ mapping: LoadRequest.Mapping) throws(ImportError) {
    let ours = mapping.ours.lowercased()
    try checkDirection(mapping)
    guard let role = thing.cards.first(where: { $0.words.contains(ours) })?.role else {
      try takeOther(mapping)
      return
    }
    guard columnOf[role] == nil, constants[role] == nil else {
      throw .repeatedRole(mapping.ours, range: mapping.range)
    }
    if let column = column(mapping.theirs) {
      columnOf[role] = column
    } else if role == .kind || role == .brand, case .text(let value) = mapping.theirs {
      constants[role] = value
    } else {
      throw noColumn(mapping)
    }
  }

  /// Takes an entry whose left side is no role: a kind's translation, or a column over people.
  private mutating func takeOther(_ mapping: LoadRequest.Mapping) throws(ImportError) {
    if thing == .people {
      guard let column = column(mapping.theirs) else { throw noColumn(mapping) }
      attributes.append((mapping.ours, column))
      return
    }
    guard thing.translatesKinds, let value = mapping.theirs.word else {
      throw .unknownRole(
        mapping.ours,
        thing: thing.word,
        known: thing.cards.flatMap(\.words) + Options.words,
        range: mapping.range
      )
    }
    translations[value.lowercased()] = mapping.ours.lowercased()
  }

  /// Throws where the file's name stands on the left and ours on the right.
  private func checkDirection(_ mapping: LoadRequest.Mapping) throws(ImportError) {
    guard let theirs = mapping.theirs.word, column(mapping.theirs) == nil,
      thing.cards.contains(where: { $0.words.contains(theirs.lowercased()) }),
      let index = columnIndex(named: mapping.ours), dialect.hasHeader
    else { return }
    throw .wrongWayRound(ours: columns[index], theirs: theirs, range: mapping.range)
  }

  private func noColumn(_ mapping: LoadRequest.Mapping) -> ImportError {
    switch mapping.theirs {
    case .name(let name), .text(let name):
      dialect.hasHeader
        ? .noSuchColumn(name, columns: columns, entry: mapping.ours, range: mapping.range)
        : .noHeader(name, columnCount: columns.count, range: mapping.range)
    case .number(let number):
      .noSuchColumn(
        number.shortText,
        columns: dialect.hasHeader ? columns : columns.indices.map { String($0 + 1) },
        entry: mapping.ours,
        range: mapping.range
      )
    case .range:
      .badOption("\(mapping.ours) is one column", choices: columns, range: mapping.range)
    }
  }

  /// The number of a column, from 1; 0 is the number of the line; nil where there is none.
  private func column(_ source: LoadRequest.Mapping.Source) -> Int? {
    switch source {
    case .number(let number):
      guard let column = Int(exactly: number), column >= 1, column <= columns.count else {
        return nil
      }
      return column
    case .name(let name), .text(let name):
      if let index = columnIndex(named: name) { return index + 1 }
      if case .name = source, name.lowercased() == "line" { return 0 }
      return nil
    case .range: return nil
    }
  }

  /// The first column of that name: as written, whatever the case, or as headers are compared.
  private func columnIndex(named name: String) -> Int? {
    guard dialect.hasHeader else { return nil }
    return columns.firstIndex(of: name)
      ?? columns.firstIndex { $0.lowercased() == name.lowercased() }
      ?? columns.firstIndex { $0.plainHeader == name.plainHeader && !name.plainHeader.isEmpty }
  }
}

extension [LoadRequest.Mapping] {
  /// Takes every entry, also those behind one that is wrong.
  ///
  /// Throws all that is wrong with them.
  func takeEach(
    _ take: (LoadRequest.Mapping) throws(ImportError) -> Void
  ) throws(ImportError) {
    var errors: [ImportError] = []
    for mapping in self {
      do throws(ImportError) {
        try take(mapping)
      } catch {
        errors.append(error)
      }
    }
    if errors.count == 1 { throw errors[0] }
    if !errors.isEmpty { throw .several(errors) }
  }
}

extension LoadRequest.Mapping.Source {
  /// The text of a word or a quoted text, and a whole number as it is written; nil for ranges.
  var word: String? {
    switch self {
    case .name(let word), .text(let word): word
    case .number(let number): number.shortText
    case .range: nil
    }
  }
}
