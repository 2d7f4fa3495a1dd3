import Rendering
import Values

/// How far long work is, on one line: `pagerank 42 % · 2 s · about 3 s left · 1.2 GB`.
package enum ProgressLine {
  /// The line, no wider than a screen.
  ///
  /// The time left is rough on purpose, and left out where too little is done to tell; `memory` is in
  /// bytes, nil where it is not known; so is `part` where nobody counts.
  package static func text(
    _ what: String,
    part: Double?,
    after elapsed: Duration,
    memory: Int?,
    width: Int
  ) -> String {
    let done = min(max(part ?? 0, 0), 1)
    let told = part == nil ? "" : " \(Int(done * 100)) %"
    var parts = [Escaping.visible(what) + told, DurationText.text(elapsed)]
    if done > 0.02 {
      let rest = elapsed * ((1 - done) / done)
      parts.append("about \(rough(Int(rest.components.seconds) + 1)) left")
    }
    if let memory { parts.append(ByteSize.text(memory)) }
    // Further facts go first where there is no room, then the end of the name.
    while parts.count > 1, DisplayWidth.of(parts.joined(separator: " · ")) > width - 3 {
      parts.removeLast()
    }
    return DisplayWidth.cut("  " + parts.joined(separator: " · "), to: max(1, width - 1))
  }

  /// A time in whole seconds, in fives above ten and in minutes above ninety.
  private static func rough(_ seconds: Int) -> String {
    switch seconds {
    case ...10: "\(seconds) s"
    case ...90: "\((seconds + 4) / 5 * 5) s"
    default: "\((seconds + 59) / 60) min"
    }
  }
}
