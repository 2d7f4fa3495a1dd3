import Diagnostics
import Notation
import Query
import Syntax

/// How long texts of two lengths take to parse, by what they consist of.
struct Stopwatch {
  private static let pieces: [(head: String, piece: String, tail: String)] = [
    ("", "@a or ", "@b"), ("people where ", "age > 3 and ", "bot"), ("show ", "age, ", "bot"),
    ("people where name = \"", "text ", "\""), ("people where ", "name ", "> 3"),
    ("", "top 3 people by reach\n", ""), ("", "top 3 peple by reach\n", ""),
    ("", "followers € 1\n", ""), ("", "#yoga or bots and fans\n", ""), ("", "(", "people"),
    ("quit ", "€", ""), ("", "followers € 1;", ""), ("", "#yoga or bots and fans; ", ""),
  ]

  /// Tells for each: nanoseconds a byte at ten kilobytes and at a megabyte, and their ratio.
  static func run() {
    let parser = Parser(lexicon: Vocabulary.standard.lexicon(settings: []))
    let clock = ContinuousClock()
    for (head, piece, tail) in pieces {
      let costs = [10_000, 1_000_000].map { size in
        let count = size / piece.utf8.count
        let source = SourceText(head + String(repeating: piece, count: count) + tail)
        let times = (0..<(size < 100_000 ? 5 : 1)).map { _ in
          clock.measure { _ = parser.parse(source) }
        }
        return (times.min() ?? .zero) / .nanoseconds(source.text.utf8.count)
      }
      let ratio = (costs[1] / costs[0] * 100).rounded() / 100
      let words = "\(Int(costs[0])) and \(Int(costs[1])) ns, \(ratio)"
      StandardError.write("\(piece.debugDescription): \(words)\n")
    }
  }
}
