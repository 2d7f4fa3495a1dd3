/// What could stand before the cursor, best first.
package struct LineCompletion: Sendable, Hashable {
  /// Where the replaced range begins, in UTF-8 bytes from the start of the buffer; it ends at the
  /// cursor.
  package let replaceFrom: Int
  /// The choices in the order the list shows them.
  package let choices: [LineChoice]

  /// A completion of the text from an offset up to the cursor.
  package init(replaceFrom: Int, choices: [LineChoice]) {
    self.replaceFrom = replaceFrom
    self.choices = choices
  }
}
