import CSystem

/// What becomes of memory that is not needed any more.
///
/// A column over everybody takes megabytes. Asked of the system for each question, its pages come
/// cleared one by one, which takes longer than filling them.
package enum FreedMemory {
  /// Keeps up to so many bytes of freed memory for what comes next; for a program's first lines.
  package static func keep(bytes: Int) { csystem_keep(bytes) }

  /// Gives freed memory back to the system: after work that took much more than it leaves.
  package static func giveBack() { csystem_give_back() }
}
