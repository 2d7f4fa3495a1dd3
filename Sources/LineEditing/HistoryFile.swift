/// The statements of earlier sessions, in a file of libedit's form that many sessions may share.
///
/// libedit's own saving truncates and writes, so that a crash or a second session loses what the
/// other had. Here each statement is appended as it is entered, and nobody's file is overwritten.
package struct HistoryFile: Sendable {
  /// How many statements are loaded, the newest, unless the environment says otherwise.
  package static let limit = 5000

  /// Where a foreign file that stood in the way was moved to.
  package private(set) var setAside: String?

  private let storage: HistoryStorage
  private let limit: Int
  private var newest: String?
  /// Set by the first failure, which is reported once and not after every statement.
  private var isSilent: Bool

  /// A history kept at a path, of which so many statements are loaded; nothing is touched yet.
  package init(path: String, limit: Int = HistoryFile.limit) {
    storage = HistoryStorage(path: path)
    self.limit = limit
    isSilent = storage.isNoFile
  }

  /// Where the file is.
  package var path: String { storage.path }

  /// The history of a person: at `defaultPath`, of as many statements as `KITH_HISTORY_SIZE` says.
  ///
  /// Nil where none is kept, also because that size is 0.
  package init?(environment: [String: String]) {
    let size = environment["KITH_HISTORY_SIZE"].flatMap { Int($0) } ?? Self.limit
    guard size > 0, let path = Self.defaultPath(environment: environment) else { return nil }
    self.init(path: path, limit: size)
  }

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

  /// The statements of earlier sessions, oldest first, each where it was entered last; none when there
  /// is no file yet.
  ///
  /// A file that is not libedit's is set aside. A file that has grown long is shortened. Throws at
  /// the first failure; from then on nothing is kept and nothing thrown.
  package mutating func load() throws(HistoryError) -> [String] {
    guard !isSilent else { return [] }
    do {
      setAside = try storage.setAsideForeign() ?? setAside
      let lines = try storage.lines()
      var seen: Set<String> = []
      var newestFirst: [String] = []
      for line in lines.reversed() where newestFirst.count < limit {
        let statement = HistoryEncoding.statement(from: line)
        guard Self.keeps(statement, after: nil), seen.insert(statement).inserted else { continue }
        newestFirst.append(statement)
      }
      newest = newestFirst.first
      if lines.count > 2 * limit { storage.shrink(to: limit) }
      return newestFirst.reversed()
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

  /// Forgets all statements, those of other sessions too.
  package mutating func clear() throws(HistoryError) {
    newest = nil
    guard !isSilent else { return }
    try storage.clear()
  }
}
