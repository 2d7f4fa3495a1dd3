/// What the command line asks for.
struct Invocation {
  /// How the tool is used.
  static let usage = """
    usage: Fuzz [--count N] [--seed S] [--every K] [--limit MILLISECONDS] [--tell I]
           Fuzz --time    how long texts of ten kilobytes and of a megabyte take to parse
    N inputs (10000) go through the lexer and the parser; every K-th (10) also through the rest: the
    normal form, completion, binding, reading and messages. An input that takes longer is told. What
    input I is, and those behind it, is written to standard error before it is checked.
    """

  /// How many inputs.
  private(set) var count = 10_000
  /// What they are made from.
  private(set) var seed: UInt64 = 1
  /// Which of them go through everything.
  private(set) var every = 10
  /// The longest an input may take, in milliseconds.
  private(set) var limit = 1_000
  /// The first input that is told beforehand, so that one that traps is known.
  private(set) var told = Int.max
  /// Whether parsing is timed instead.
  private(set) var isTiming = false

  /// The invocation that some words mean; nil where they mean none.
  init?(_ words: some Sequence<String>) {
    var rest = words.makeIterator()
    while let word = rest.next() {
      if word == "--time" {
        isTiming = true
        continue
      }
      guard let text = rest.next(), let number = Int(text), number > 0 else { return nil }
      switch word {
      case "--count": count = number
      case "--seed": seed = UInt64(number)
      case "--every": every = number
      case "--limit": limit = number
      case "--tell": told = number
      default: return nil
      }
    }
  }
}
