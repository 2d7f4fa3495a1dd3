import Foundation

/// What the command line asks for.
struct Invocation {
  /// How the tool is used.
  static let usage = """
    usage: bench [--graph S|M|L] [--workload NAME ...] [--peers] [--json] [--rounds N] [--data DIR]
           bench --measures [NAME ...] [--graph S|M|L] [--limit SECONDS] [--json] [--data DIR]
    Times Kith's workloads on a made graph (M), each so many times (5), and tells the median with the
    least and the most. --peers runs other systems on the same files in turn with it, and tells the
    ratio beside its bar; they are Python packages, installed into a folder of their own at first.
    --measures computes each measure of the catalogue once, for so many seconds (120) at most, and
    tells the time and the memory it took, the slowest first.
    Graphs and packages are kept below DIR, a folder of the user's caches unless given.
    """

  /// How large the graph is.
  private(set) var size = GraphSize.medium
  /// The workloads that are asked for; empty for all.
  private(set) var workloads: [String] = []
  /// Whether other systems run beside Kith.
  private(set) var hasPeers = false
  /// Whether the figures are written as JSON.
  private(set) var writesJSON = false
  /// How often each workload is timed.
  private(set) var rounds = 5
  /// Where graphs and packages are kept.
  private(set) var folder =
    FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask)[0]
    .appending(path: "kith-bench", directoryHint: .isDirectory)
  /// A file of follows whose memory this process measures for another one.
  private(set) var resident: String?
  /// The measures that are computed in place of workloads, empty for all; nil where none are.
  private(set) var measures: [String]?
  /// How many seconds a measure may take.
  private(set) var limit = 120
  /// A measure that this process computes for another one.
  private(set) var measure: String?
  /// The saved graph it is computed on.
  private(set) var subject = ""
  /// Whose point of view it takes, where it needs one.
  private(set) var person = ""

  /// The invocation that some words mean; nil where they mean none.
  init?(_ words: some Sequence<String>) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      switch word {
      case "--peers": hasPeers = true
      case "--json": writesJSON = true
      case "--workload": workloads += Self.names(&rest)
      case "--measures": measures = Self.names(&rest)
      default:
        guard let value = rest.popFirst(), take(word, value) else { return nil }
      }
    }
  }

  /// The words up to the next option.
  private static func names(_ rest: inout ArraySlice<String>) -> [String] {
    let names = rest.prefix { !$0.hasPrefix("-") }
    rest = rest.dropFirst(names.count)
    return Array(names)
  }

  private mutating func take(_ word: String, _ value: String) -> Bool {
    switch word {
    case "--graph":
      guard let size = GraphSize(rawValue: value) else { return false }
      self.size = size
    case "--rounds":
      guard let rounds = Int(value), rounds > 0 else { return false }
      self.rounds = rounds
    case "--data": folder = URL(filePath: value, directoryHint: .isDirectory)
    case "--limit":
      guard let seconds = Int(value), seconds > 0 else { return false }
      limit = seconds
    case "--resident": resident = value
    case "--measure": measure = value
    case "--of": subject = value
    case "--asking": person = value
    default: return false
    }
    return true
  }
}
