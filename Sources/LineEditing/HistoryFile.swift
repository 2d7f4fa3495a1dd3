/// The statements of earlier sessions, in a file of libedit's form that many sessions may share.
///
/// libedit's own saving truncates and writes, so that a crash or a second session loses what the
/// other had. Here each statement is appended as it is entered, and nobody's file is overwritten.
package struct HistoryFile: Sendable {
  /// How many statements are loaded, the newest.
  package static let limit = 5000

  /// Where a foreign file that stood in the way was moved to.
  package private(set) var setAside: String?

  private let storage: HistoryStorage
  private var newest: String?
  /// Set by the first failure, which is reported once and not after every statement.
  private var isSilent: Bool

  /// A history kept at a path; nothing is touched yet.
  package init(path: String) {
    storage = HistoryStorage(path: path)
    isSilent = storage.isNoFile
  }

  /// Where the file is.
  package var path: String { storage.path }

  /// Where history is kept: `KITH_HISTORY`, else `kith/history` in the state folder of the person.
  ///
  /// Nil when `KITH_HISTORY` is empty, which means none, or no home is known.
  package static func defaultPath(environment: [String: String]) -> String? {
    if let chosen = environment["KITH_HISTORY"] { return chosen.isEmpty ? nil : chosen }
    // The XDG rules: a state folder that is not absolute does not count.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return "\(state)/kith/history"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.local/state/kith/history"
  }

  /// Whether a statement is worth keeping: not blank, not begun with a space, not a repetition.
  package static func keeps(_ statement: String, after previous: String?) -> Bool {
    statement != previous && statement.first != " " && !statement.allSatisfy(\.isWhitespace)
  }

  /// The statements of earlier sessions, oldest first; none when there is no file yet.
  ///
  /// A file that is not libedit's is set aside. A file that has grown long is shortened. Throws at
  /// the first failure; from then on nothing is kept and nothing thrown.
  package mutating func load() throws(HistoryError) -> [String] {
    guard !isSilent else { return [] }
    do {
      setAside = try storage.setAsideForeign() ?? setAside
      var statements: [String] = []
      for line in try storage.lines() {
        let statement = HistoryEncoding.statement(from: line)
        if Self.keeps(statement, after: statements.last) { statements.append(statement) }
      }
      newest = statements.last
      if statements.count > 2 * Self.limit { storage.shrink(to: Self.limit) }
      return statements.suffix(Self.limit)
    } catch {
      isSilent = true
      throw error
    }
  }

  /// Adds a statement to the end of the file, unless it begins with a space or repeats the one
  /// before.
  ///
  /// Throws at the first failure; from then on nothing is kept and nothing thrown.
  package mutating func append(_ statement: String) throws(HistoryError) {
    guard !isSilent, Self.keeps(statement, after: newest) else { return }
    newest = statement
    do {
      setAside = try storage.setAsideForeign() ?? setAside
      try storage.append(HistoryEncoding.line(for: statement))
    } catch {
      isSilent = true
      throw error
    }
  }
}
