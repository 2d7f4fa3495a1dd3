package import Diagnostics

/// Which of several exit codes a run ends with.
package enum Gravity {
  /// The codes, the gravest last.
  ///
  /// 0 all well, 1 a question failed, 3 an expectation was not met, 4 data could not be read, 2 the
  /// command line or a statement could not be read, 130 interrupted.
  private static let order: [Int32] = [0, 1, 3, 4, 2, 130]

  /// The graver of two exit codes.
  package static func graver(_ left: Int32, _ right: Int32) -> Int32 {
    rank(left) < rank(right) ? right : left
  }

  /// A code nobody gave a place is the gravest.
  private static func rank(_ code: Int32) -> Int { order.firstIndex(of: code) ?? order.count }
}

extension Conversation.Outcome {
  /// What came of both: the graver failure, if there is one.
  func orGraver(_ other: Conversation.Outcome) -> Conversation.Outcome {
    switch (self, other) {
    case (.failed(let left), .failed(let right)): .failed(exitCode: Gravity.graver(left, right))
    case (.failed, _): self
    default: other
    }
  }

  /// Whether the user stopped it.
  var isInterrupted: Bool { self == .failed(exitCode: 130) }
}

extension Diagnostics {
  /// The exit code of a script that ends with these: that of the gravest.
  package var exitCode: Int32 {
    all.map(\.code.exitCode).reduce(1, Gravity.graver)
  }
}
