/// One thing that could stand before the cursor.
package struct LineChoice: Sendable, Hashable {
  /// What goes into the buffer in place of the replaced range.
  package let text: String
  /// How the list shows it.
  package let label: String
  /// What kind of thing it is, in a word or two; may be empty.
  package let kind: String
  /// What it means, in a few words; may be empty.
  package let meaning: String

  /// A choice; without a label the list shows the text itself.
  package init(_ text: String, label: String? = nil, kind: String = "", meaning: String = "") {
    self.text = text
    self.label = label ?? text
    self.kind = kind
    self.meaning = meaning
  }
}
