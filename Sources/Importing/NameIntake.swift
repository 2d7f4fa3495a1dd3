import Graph

/// A name found in a file: not empty, valid UTF-8, without control characters, not too long.
///
/// Unsafe inside: it points into the row it was read from and is gone with it.
@safe struct NameBytes {
  /// Up to eight bytes as one number, which no other name has; 0 for longer names.
  let key: UInt64
  private let start: UnsafePointer<UInt8>
  private let count: Int

  /// A name of so many checked bytes; eight bytes may be read whatever its length.
  @unsafe init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = unsafe start
    self.count = count
    key = unsafe count > 8 ? 0 : NameBytes.word(start, count: count)
  }

  /// The name and where it stands, in steps of two bytes.
  func placed(at place: UInt64) -> PlacedName {
    unsafe PlacedName(key: key, place: place, start: start, length: count)
  }

  /// Its bytes.
  @unsafe var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: start, count: count)
  }

  /// How many bytes it has.
  var length: Int { count }

  /// The name as text.
  var text: String { unsafe String(decoding: bytes, as: UTF8.self) }

  /// Up to eight bytes as one number, the first one lowest, zeros above the last.
  @unsafe static func word(_ start: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    let word = unsafe UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)
    return count >= 8 ? word : word & ((1 << UInt64(count * 8)) - 1)
  }
}

/// Numbers the people, or the topics, that one file names.
///
/// In front of the graph's own table stands a small one for names of up to eight bytes, which
/// most are in large files: one look there is one access to memory, in the graph's table three.
struct NameIntake {
  /// What the names are names of.
  enum Subject { case people, topics }

  /// A name of up to eight bytes and its number; a key of 0 is an empty slot.
  private struct Slot: BitwiseCopyable {
    var key: UInt64 = 0
    var number: UInt32 = 0
  }

  private let subject: Subject
  private var slots = Array(repeating: Slot(), count: 1 << 10)
  private var used = 0
  private let countBefore: Int
  private var seenBefore: PersonSet
  private var bytes = 0

  /// An intake of names into a graph that is being built.
  init(_ subject: Subject, of graph: Graph) {
    self.subject = subject
    countBefore = subject == .people ? graph.people.count : graph.topicCount
    bytes = subject == .people ? graph.people.memory : graph.topics.memory
    seenBefore = PersonSet(universe: countBefore)
  }

  /// How many different ones were named so far, of `count` in all.
  func namedCount(of count: Int) -> Int { seenBefore.count + count - countBefore }

  /// The number of a name.
  mutating func number(of name: NameBytes, in builder: inout GraphBuilder) -> UInt32 {
    guard name.key != 0 else { return intern(name, in: &builder) }
    return number(ofKey: name.key, in: &builder)
  }

  /// The number of a name of up to eight bytes.
  mutating func number(ofKey key: UInt64, in builder: inout GraphBuilder) -> UInt32 {
    let mask = slots.count - 1
    var slot = NameIntake.hash(key) & mask
    while slots[slot].key != 0 {
      if slots[slot].key == key { return slots[slot].number }
      slot = (slot + 1) & mask
    }
    let number = intern(key, in: &builder)
    slots[slot] = Slot(key: key, number: number)
    used += 1
    if used * 4 > slots.count * 3 { grow() }
    return number
  }

  /// The number of a name of up to eight bytes where one look finds it, else `nobody`.
  ///
  /// Looks for many names one after the other wait for memory together, not each on its own.
  func glance(atKey key: UInt64) -> UInt32 {
    let slot = slots[NameIntake.hash(key) & (slots.count - 1)]
    return slot.key == key ? slot.number : nobody
  }

  /// Whether there is room for a thousand more short names, or a few long ones.
  func hasRoom(in builder: borrowing GraphBuilder) -> Bool {
    let count = subject == .people ? builder.personCount : builder.topicCount
    return bytes < GraphLimits.nameBytes - 8 * GraphLimits.nameLength
      && count < GraphLimits.people - 1_024
  }

  /// Unsafe: hands the bytes of the row to the graph's table, which copies them at once.
  private mutating func intern(_ name: NameBytes, in builder: inout GraphBuilder) -> UInt32 {
    let number: UInt32
    switch subject {
    case .people:
      let before = builder.personCount
      number = unsafe builder.person(name.bytes)
      if builder.personCount > before { bytes += name.length }
    case .topics:
      let before = builder.topicCount
      number = builder.topic(name.text)
      if builder.topicCount > before { bytes += name.length }
    }
    if Int(number) < countBefore { seenBefore.insert(number) }
    return number
  }

  /// Unsafe: reads the bytes of a local number.
  private mutating func intern(_ key: UInt64, in builder: inout GraphBuilder) -> UInt32 {
    let length = 8 - key.leadingZeroBitCount / 8
    return unsafe withUnsafeBytes(of: key.littleEndian) { bytes in
      guard let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
        return nobody
      }
      return intern(unsafe NameBytes(start: start, count: length), in: &builder)
    }
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = Array(repeating: Slot(), inLargePages: mask + 1)
    for old in slots where old.key != 0 {
      var slot = NameIntake.hash(old.key) & mask
      while larger[slot].key != 0 { slot = (slot + 1) & mask }
      larger[slot] = old
    }
    slots = larger
  }

  private static func hash(_ key: UInt64) -> Int {
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: (product.high ^ product.low) >> 8)
  }
}

/// Numbers the kinds of events one file names, and counts the events of each.
///
/// Kinds are lower case here, and go by our names where the brackets give one: `share = "RT"`.
struct KindIntake {
  /// What the kinds are kinds of.
  enum Subject { case interactions, actions }

  private let subject: Subject
  private let constant: String?
  private let translations: [String: String]
  private var cached: [(key: UInt64, number: UInt32)] = []
  private var counts: [(number: UInt32, name: String, count: Int)] = []

  /// An intake by the plan.
  init(_ subject: Subject, _ plan: LoadPlan) {
    self.subject = subject
    constant = plan.constants[.kind]
    translations = plan.translations
  }

  /// The kind that stands for the whole file, if one does.
  var isConstant: Bool { constant != nil }

  /// The number of a kind, or of the constant one where there is no column.
  mutating func number(of name: NameBytes?, in builder: inout GraphBuilder) -> UInt32 {
    if let key = name?.key, key != 0, let known = cached.first(where: { $0.key == key }) {
      return known.number
    }
    let written = (constant ?? name?.text ?? "").lowercased()
    let kind = translations[written] ?? written
    let number =
      switch subject {
      case .interactions: builder.interactionKind(kind)
      case .actions: builder.actionKind(kind)
      }
    if let key = name?.key, key != 0, cached.count < 16 { cached.append((key, number)) }
    if !counts.contains(where: { $0.number == number }) { counts.append((number, kind, 0)) }
    return number
  }

  /// Counts one event of a kind that was numbered before.
  mutating func count(_ number: UInt32) {
    guard let index = counts.firstIndex(where: { $0.number == number }) else { return }
    counts[index].count += 1
  }

  /// The name of a kind.
  func name(of number: UInt32) -> String {
    counts.first { $0.number == number }?.name ?? ""
  }

  /// Adds the number of events of each kind to the report, the commonest first.
  func report(to report: inout LoadReport) {
    let sorted = counts.filter { $0.count > 0 }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    for kind in sorted.prefix(12) { report.add(kind.name, kind.count) }
    if sorted.count > 12 { report.notes.append("\(sorted.count - 12) further kinds") }
  }
}
