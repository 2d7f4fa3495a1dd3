import Foundation

/// What the command line asks for.
struct Invocation {
  /// How the tool is used.
  static let usage = """
    usage: bench [--graph S|M|L] [--workload NAME ...] [--peers] [--json] [--rounds N] [--data DIR]
    Times Kith's workloads on a made graph (M), each so many times (5), and tells the median with the
    least and the most. --peers runs other systems on the same files in turn with it, and tells the
    ratio beside its bar; they are Python packages, installed into a folder of their own at first.
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

  /// The invocation that some words mean; nil where they mean none.
  init?(_ words: some Sequence<String>) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      switch word {
      case "--peers": hasPeers = true
      case "--json": writesJSON = true
      case "--workload":
        while let name = rest.first, !name.hasPrefix("-") {
          workloads.append(name)
          rest = rest.dropFirst()
        }
      default:
        guard let value = rest.popFirst(), take(word, value) else { return nil }
      }
    }
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
    case "--resident": resident = value
    default: return false
    }
    return true
  }
}
