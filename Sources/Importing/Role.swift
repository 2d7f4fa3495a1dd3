/// What a column of a file can be to us.
enum Role: String, Sendable, Hashable, CaseIterable {
  case source, target, weight, time
  case person, topic, count
  case kind, post, author, parent
  case value, brand, through
  case handle, alias
  /// A column over people.
  case attribute
  /// The row as a whole, for messages.
  case row
}

/// One role a thing has: the words people may write for it, and the headers it goes by.
struct RoleCard: Sendable {
  /// The role.
  let role: Role
  /// Our words for it, the one to propose first.
  let words: [String]
  /// The headers that are taken for it unasked, likeliest first; lower case, letters and digits.
  let headers: [String]
  /// Whether nothing can be loaded without it.
  let isRequired: Bool

  /// One role of a thing.
  init(_ role: Role, _ words: [String], headers: [String], isRequired: Bool = false) {
    self.role = role
    self.words = words
    self.headers = headers
    self.isRequired = isRequired
  }
}

extension String {
  /// The name as headers are compared: lower case, without `_`, `-`, `.`, spaces and a `:TYPE`.
  var plainHeader: String {
    let named = prefix { $0 != ":" }
    return (named.isEmpty ? self[...] : named).lowercased().filter { !"_-. ".contains($0) }
  }
}
