import CEditline

/// Where calls from the C side become calls of Swift closures.
final class CallbackDesk: Sendable {
  private let callbacks: LineEditingCallbacks

  /// A desk that passes questions on to these closures.
  init(_ callbacks: LineEditingCallbacks) {
    self.callbacks = callbacks
  }

  /// What the C side is given; valid for as long as the desk lives.
  var table: ceditline_callbacks {
    unsafe ceditline_callbacks(
      context: Unmanaged.passUnretained(self).toOpaque(),
      is_complete: { context, text in
        guard let context = unsafe context else { return true }
        return unsafe CallbackDesk.at(context).callbacks.isComplete(String(cString: text))
      },
      complete: { context, editor, text, cursor, onlyList in
        guard let context = unsafe context else { return }
        unsafe CallbackDesk.at(context).complete(
          String(cString: text),
          cursor: cursor,
          onlyList: onlyList,
          in: editor
        )
      },
      decorate: { context, editor, text, cursor in
        guard let context = unsafe context else { return }
        unsafe CallbackDesk.at(context).decorate(String(cString: text), cursor: cursor, in: editor)
      },
      edit: { context, editor, text in
        guard let context = unsafe context else { return }
        unsafe CallbackDesk.at(context).edit(String(cString: text), in: editor)
      }
    )
  }

  private static func at(_ context: UnsafeMutableRawPointer) -> CallbackDesk {
    unsafe Unmanaged<CallbackDesk>.fromOpaque(context).takeUnretainedValue()
  }

  private func complete(_ buffer: String, cursor: Int, onlyList: Bool, in editor: OpaquePointer) {
    let offered = callbacks.complete(buffer, cursor)
    switch CompletionStep(offered, in: buffer, cursor: cursor, onlyList: onlyList) {
    case .replace(let count, let text):
      unsafe ceditline_replace(editor, count, text)
    case .list(let choices):
      let columns = Int(unsafe ceditline_columns(editor))
      unsafe ceditline_print_below(editor, ChoiceList(choices, columns: columns).text)
    case .nothing:
      break
    }
  }

  private func decorate(_ buffer: String, cursor: Int, in editor: OpaquePointer) {
    let look = callbacks.decorate(buffer, cursor)
    for span in look.spans {
      unsafe ceditline_color(editor, span.range.lowerBound, span.range.upperBound, span.style)
    }
    if look.suggests { unsafe ceditline_suggest(editor, look.hintStyle) }
    if !look.hint.isEmpty { unsafe ceditline_hint(editor, look.hint, look.hintStyle) }
  }

  private func edit(_ buffer: String, in editor: OpaquePointer) {
    guard let text = callbacks.edit(buffer) else { return }
    unsafe ceditline_set_text(editor, text)
  }
}
