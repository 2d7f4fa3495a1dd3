import Graph

/// Numbers the people, or the topics, that one file names.
///
/// In front of the graph's own table stands a small one for names of up to eight bytes, which
/// most are in large files: one look there is one access to memory, in the graph's table three.
struct NameIntake {
  /// What the names are names of.
  enum Subject { case people, topics }

  private let subject: Subject
  /// Up to eight bytes of a name; 0 is an empty slot.
  private var keys: [UInt64] = Array(repeating: 0, count: 1 << 10)
  private var numbers: [UInt32] = Array(repeating: 0, count: 1 << 10)
  private var used = 0
  private let countBefore: Int
  private var seenBefore: PersonSet
  private var bytes = 0

  /// An intake of names into a graph that is being built.
  init(_ subject: Subject, of graph: Graph) {
    self.subject = subject
    countBefore = subject == .people ? graph.people.count : graph.topics.count
    bytes = subject == .people ? graph.people.memory : graph.topics.memory
    seenBefore = PersonSet(universe: countBefore)
  }

  /// How many different ones were named so far, of `count` in all.
  func namedCount(of count: Int) -> Int { seenBefore.count + count - countBefore }

  /// The number of a name.
  mutating func number(of name: NameBytes, in builder: inout GraphBuilder) -> UInt32 {
    guard name.key != 0 else { return intern(name, in: &builder) }
    let mask = keys.count - 1
    var slot = NameIntake.hash(name.key) & mask
    while true {
      let key = keys[slot]
      if key == name.key { return numbers[slot] }
      if key == 0 { break }
      slot = (slot + 1) & mask
    }
    let number = intern(name, in: &builder)
    keys[slot] = name.key
    numbers[slot] = number
    used += 1
    if used * 5 > keys.count * 3 { grow() }
    return number
  }

  /// Whether there is room for two more names, however long.
  func hasRoom(in builder: borrowing GraphBuilder) -> Bool {
    bytes < GraphLimits.nameBytes - 8 * GraphLimits.nameLength
      && builder.personCount < GraphLimits.people - 8
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
      number = builder.topic(name.text)
    }
    if Int(number) < countBefore { seenBefore.insert(number) }
    return number
  }

  private mutating func grow() {
    let size = keys.count * 4
    var largerKeys = [UInt64](repeating: 0, count: size)
    var largerNumbers = [UInt32](repeating: 0, count: size)
    for (key, number) in zip(keys, numbers) where key != 0 {
      var slot = NameIntake.hash(key) & (size - 1)
      while largerKeys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      largerKeys[slot] = key
      largerNumbers[slot] = number
    }
    keys = largerKeys
    numbers = largerNumbers
  }

  private static func hash(_ key: UInt64) -> Int {
    let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: (product.high ^ product.low) >> 8)
  }
}
