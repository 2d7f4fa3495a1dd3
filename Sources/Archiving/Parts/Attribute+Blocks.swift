import Graph

extension [Attribute] {
  /// Adds the columns, in their order.
  func write(to writer: inout BlockWriter, as name: String) {
    NameTable(map(\.name)).write(to: &writer, as: "\(name).names")
    for (index, attribute) in enumerated() {
      attribute.cells.write(to: &writer, as: "\(name).\(index)")
    }
  }

  /// The columns that were added, over so many people; their values come when they are asked for.
  init(of store: SnapshotStore, as name: String, people: Int) throws(SnapshotError) {
    self = []
    var reader = try BlockReader("\(name).names", of: store)
    let names = try NameTable(from: &reader, as: "\(name).names")
    for index in 0..<UInt32(names.count) {
      let column = "\(name).\(index)"
      let summary = Attribute.Cells.Summary(
        Attribute.Cells.form(of: column, in: reader),
        count: people
      )
      let cells = store.deferred(column, summary) { reader throws(SnapshotError) in
        try Attribute.Cells(from: &reader, as: column, count: people)
      }
      append(Attribute(name: names[index], cells: cells))
    }
  }
}

extension Attribute.Cells {
  /// How a yes/no is written.
  private enum Flag: UInt8 {
    case no = 0
    case yes = 1
    case missing = 2
  }

  /// Adds the values, in a block or two named for their kind.
  func write(to writer: inout BlockWriter, as name: String) {
    switch self {
    case .numbers(let numbers): writer.add(numbers, as: "\(name).numbers")
    case .texts(let texts):
      var bytes: [UInt8] = []
      var starts: [UInt64] = [0]
      for text in texts {
        bytes += (text ?? "").utf8
        starts.append(UInt64(bytes.count))
      }
      writer.add(bytes, as: "\(name).texts.bytes")
      writer.add(starts, as: "\(name).texts.starts")
      writer.add(Self.bytes(texts.map { $0 != nil }), as: "\(name).texts.known")
    case .flags(let flags): writer.add(Self.bytes(flags), as: "\(name).flags")
    case .instants(let moments): writer.add(moments, as: "\(name).moments")
    }
  }

  /// Of which kind the values are that were added under a name.
  fileprivate static func form(of name: String, in reader: borrowing BlockReader) -> Attribute.Form
  {
    if reader.has("\(name).numbers") { return .numbers }
    if reader.has("\(name).flags") { return .flags }
    return reader.has("\(name).moments") ? .instants : .texts
  }

  /// The values that were added.
  init(from reader: inout BlockReader, as name: String, count: Int) throws(SnapshotError) {
    switch Self.form(of: name, in: reader) {
    case .numbers:
      self = .numbers(
        try reader.doubles("\(name).numbers", count: count) { !$0.isInfinite }
      )
    case .flags: self = .flags(try Self.flags(from: &reader, "\(name).flags", count))
    case .instants: self = .instants(try reader.moments("\(name).moments", count: count))
    case .texts: self = .texts(try Self.texts(from: &reader, "\(name).texts", count))
    }
  }

  private static func bytes(_ flags: [Bool?]) -> [UInt8] {
    flags.map { ($0.map { $0 ? Flag.yes : .no } ?? .missing).rawValue }
  }

  private static func flags(
    from reader: inout BlockReader,
    _ name: String,
    _ count: Int
  ) throws(SnapshotError) -> [Bool?] {
    let bytes: [UInt8] = try reader.array(name, count: count)
    if let odd = bytes.firstIndex(where: { Flag(rawValue: $0) == nil }) {
      throw reader.flaw(in: name, at: odd, "`\(name)` holds \(bytes[odd]), no yes and no no")
    }
    return bytes.map { $0 == Flag.missing.rawValue ? nil : $0 == Flag.yes.rawValue }
  }

  private static func texts(
    from reader: inout BlockReader,
    _ name: String,
    _ count: Int
  ) throws(SnapshotError) -> [String?] {
    let (bytes, starts): ([UInt8], [UInt64]) = try reader.text(name, pieces: count)
    let known = try flags(from: &reader, "\(name).known", count)
    let odd = known.indices.first { index in
      known[index] != true && (known[index] == nil || starts[index] != starts[index + 1])
    }
    if let odd {
      throw reader.flaw(in: "\(name).known", at: odd, "`\(name)` has a text that is missing")
    }
    return known.indices.map { index in
      guard known[index] == true else { return nil }
      return String(decoding: bytes[Int(starts[index])..<Int(starts[index + 1])], as: UTF8.self)
    }
  }
}
