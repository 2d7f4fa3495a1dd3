import Values

/// The people of a graph by name: each has one handle, and any number of other ids, the aliases.
///
/// No name is a handle and an alias at once. A value: copies share storage until one of them takes
/// a new name in. Lookup and interning are O(length), expected.
package struct PersonNames: Sendable {
  /// The handles, numbered as their people are.
  package private(set) var handles: NameTable
  /// The aliases, in the order they came.
  package private(set) var aliases = NameTable()
  /// Whom each alias means.
  package private(set) var owners: [PersonID] = []

  /// People of these handles, without aliases.
  package init(handles: NameTable = NameTable()) {
    self.handles = handles
  }

  /// How many people there are.
  package var count: Int { handles.count }

  /// How many bytes the names take.
  package var memory: Int { handles.memory + aliases.memory + owners.capacity * 4 }

  /// The handle of a person.
  package subscript(person: PersonID) -> String { handles[person] }

  /// The person of a handle or an alias; nil where there is none.
  package func number(of name: String) -> PersonID? {
    handles.number(of: name) ?? owner(ofAlias: name)
  }

  /// Whom an alias means; nil where it is none.
  package func owner(ofAlias name: String) -> PersonID? {
    aliases.number(of: name).map { owners[Int($0)] }
  }

  /// Makes room for so many more handles of so many bytes.
  mutating func reserve(_ more: Int, bytes: Int) { handles.reserve(more, bytes: bytes) }

  /// The person of a handle or an alias, who is taken in where there is none.
  package mutating func intern(_ name: String) -> PersonID {
    var copy = name
    return copy.withUTF8 { unsafe intern(UnsafeRawBufferPointer($0)) }
  }

  /// The person of a handle or an alias given as valid UTF-8, who is taken in where there is none.
  package mutating func intern(_ name: UnsafeRawBufferPointer) -> PersonID {
    if !owners.isEmpty, let alias = unsafe aliases.number(of: name) { return owners[Int(alias)] }
    return unsafe handles.intern(name)
  }

  /// Makes a name an alias of a person, in place of whom it meant before.
  ///
  /// The name is nobody's handle: that is the caller's to see to.
  package mutating func add(alias: String, of person: PersonID) {
    let number = Int(aliases.intern(alias))
    if number == owners.count { owners.append(person) } else { owners[number] = person }
  }
}

extension PersonNames: PersonLabels {
  package func handle(of person: UInt32) -> String { self[person] }
}
