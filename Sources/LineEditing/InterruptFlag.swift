import CEditline

/// Whether Ctrl-C was pressed, for long work to look at.
///
/// Usable from any thread.
package enum InterruptFlag {
  /// From now on Ctrl-C raises the flag instead of ending the process; a process told to ignore it
  /// from the start (`nohup`) goes on ignoring it.
  ///
  /// Calling it again does nothing.
  package static func install() {
    ceditline_install_interrupt()
  }

  /// Whether Ctrl-C was pressed since the flag was last cleared.
  package static var isRequested: Bool {
    ceditline_interrupt_requested()
  }

  /// Forgets a Ctrl-C; do so before work that should not stop for an old one.
  package static func clear() {
    ceditline_clear_interrupt()
  }
}
