/// What the keys do: one table, by which they are bound and explained.
package enum KeyTable {
  /// The rows, in the order they are explained.
  package static let rows: [KeyRow] = [
    KeyRow(
      "kith-enter",
      "run the statement; while it is unfinished, go on in a new line",
      [Key("^M"), Key("^J")],
      isFirm: true
    ),
    KeyRow("kith-new-line", "go on in a new line", [.altEnter], isFirm: true),
    KeyRow("kith-complete", "complete the word, or list what fits", [Key("^I")], isFirm: true),
    KeyRow(
      "kith-up",
      "a line up, then older statements that begin as this one",
      [.up],
      vi: [Key("k")]
    ),
    KeyRow("kith-down", "a line down, then newer statements", [.down], vi: [Key("j")]),
    KeyRow("kith-older", "an older statement", [Key("^P")]),
    KeyRow("kith-newer", "a newer statement", [Key("^N")]),
    KeyRow("kith-older-like", "an older statement that begins as this one", [Key("\\ep")]),
    KeyRow(
      "kith-search",
      "search older statements; again for the next, Ctrl-G to give up",
      [Key("^R")]
    ),
    KeyRow(
      "kith-right",
      "a character on; at the end, take what is suggested",
      [.right, Key("^F")]
    ),
    KeyRow("kith-left", "a character back", [.left, Key("^B")]),
    KeyRow(
      "kith-word-right",
      "a word on; at the end, take a word of what is suggested",
      [.wordRight, Key("\\ef")]
    ),
    KeyRow("kith-word-left", "a word back", [.wordLeft, Key("\\eb")]),
    KeyRow("kith-start", "the start of the line, then of the statement", [.home, Key("^A")]),
    KeyRow("kith-end", "the end of the line, then of the statement", [.end, Key("^E")]),
    KeyRow(
      "kith-delete",
      "delete a character; at the end list what fits; on an empty line leave",
      [Key("^D")],
      isFirm: true
    ),
    KeyRow("kith-delete-on", "delete a character", [.delete]),
    KeyRow("kith-delete-back", "delete the character before", [Key("^?"), Key("^H")]),
    KeyRow("ed-delete-prev-word", "delete the word before", [Key("^W")]),
    KeyRow("ed-kill-line", "delete all behind", [Key("^K")]),
    KeyRow("em-kill-line", "delete the statement", [Key("^U")]),
    KeyRow("em-yank", "put back what was deleted", [Key("^Y")]),
    KeyRow("kith-undo", "take the last change back", [Key("^_"), Key("^X^U")]),
    KeyRow(
      "kith-edit",
      "edit the statement in the program of $VISUAL or $EDITOR",
      [Key("^X^E")],
      vi: [Key("v")]
    ),
    KeyRow("ed-clear-screen", "clear the screen", [Key("^L")]),
  ]

  /// The rows in words: the keys of each, and what they do; those of vi's commands as such.
  package static var explained: [(keys: String, meaning: String)] {
    rows.map { row in
      let keys = row.keys.filter { $0.name != "Ctrl-J" }.map(\.name)
      let inVi = row.viKeys.map { "\($0.name) in vi" }
      return ((keys + inVi).joined(separator: ", "), row.meaning)
    }
  }
}
