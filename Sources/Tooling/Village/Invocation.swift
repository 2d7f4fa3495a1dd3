/// What the command line asks for.
struct Invocation {
  /// What is to be done.
  enum Task {
    case make, check, describe, help
  }

  /// How the tool is used.
  static let usage = """
    usage: Village [FOLDER] [--seed N]   make the village's files (seed 20260101)
           Village [FOLDER] --check      measure every planted truth in the files
           Village [FOLDER] --describe   write what was measured into the folder's README.md
    FOLDER is examples/village unless given.
    """

  /// What is to be done.
  private(set) var task = Task.make
  /// Where the files are.
  private(set) var folder = "examples/village"
  /// What the village is made from.
  private(set) var seed: UInt64 = 20_260_101

  /// The invocation that some words mean; nil where they mean none.
  init?(_ words: some Sequence<String>) {
    var rest = words.makeIterator()
    while let word = rest.next() {
      switch word {
      case "--check": task = .check
      case "--describe": task = .describe
      case "--help", "-h": task = .help
      case "--seed":
        guard let text = rest.next(), let number = UInt64(text) else { return nil }
        seed = number
      default:
        guard !word.hasPrefix("-") else { return nil }
        folder = word
      }
    }
  }
}
