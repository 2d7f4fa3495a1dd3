/// What some keys do.
package struct KeyRow: Sendable, Hashable {
  /// The name libedit has for what is done; `kith-` begins those that are ours.
  let command: String
  /// What is done, in a few words.
  package let meaning: String
  /// The keys while text is typed.
  package let keys: [Key]
  /// The keys among the commands of vi, besides those.
  package let viKeys: [Key]
  /// Whether `~/.editrc` cannot give the keys another meaning.
  let isFirm: Bool

  /// A row of the table.
  init(
    _ command: String,
    _ meaning: String,
    _ keys: [Key],
    vi viKeys: [Key] = [],
    isFirm: Bool = false
  ) {
    self.command = command
    self.meaning = meaning
    self.keys = keys
    self.viKeys = viKeys
    self.isFirm = isFirm
  }
}
