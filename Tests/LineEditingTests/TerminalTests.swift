import Testing

/// Whatever waits for keys or signals.
///
/// A process has one set of signals, so one test at a time.
@Suite(.serialized, .timeLimit(.minutes(1))) struct TerminalTests {}
