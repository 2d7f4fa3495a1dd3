package import Metrics
package import Query
import Rendering
import Syntax
import Values

/// A setting of a session: its name, what it is, and how it is read and changed.
package enum Setting: String, Sendable, CaseIterable {
  case interestThreshold = "interest threshold"
  case missingTrust = "missing trust"
  case me = "me"
  case now = "now"
  case format = "format"
  case output = "output"
  case rows = "rows"
  case wrap = "wrap"
  case missingMark = "missing mark"
  case pager = "pager"
  case overwrite = "overwrite"
  case memoryLimit = "memory limit"
  case timeLimit = "time limit"
  case colors
  case keys

  /// What it is, in one line.
  package var meaning: String {
    switch self {
    case .interestThreshold: "from which interest on a person belongs to a topic, 0 to 1"
    case .missingTrust: "what a missing trust counts for, 0 to 1; by default it is no evidence"
    case .me: "who @me is, for `my trust`"
    case .now: "up to when `in the last 90 days` counts; by default the latest in the data"
    case .format: "how tables are written; by default as a table on a terminal, else as tsv"
    case .output:
      "the file that results go to in place of the screen, in the format of its ending, or off"
    case .rows: "how many rows a terminal shows, the middle left out; by default as many as fit"
    case .wrap:
      "whether long texts of a table go on below each other instead of being cut, yes or no"
    case .missingMark: "what a terminal shows for a value that is missing; by default -"
    case .pager:
      "whether what does not fit on the terminal is shown by $PAGER, else `less`, yes or no"
    case .overwrite: "whether files that something else wrote are replaced, yes or no"
    case .memoryLimit: "how much memory computed measures may take; the longest unused make room"
    case .timeLimit:
      "how long a statement may take, such as `30 seconds`; by default as long as it does"
    case .colors: "the colours of what is typed: dark, light, mixed or off; by default as it fits"
    case .keys: "whose keys edit what is typed, emacs or vi; by default as ~/.editrc says"
    }
  }
}

/// Whose keys edit what is typed.
package enum KeyStyle: String, Sendable, CaseIterable {
  case emacs, vi
}

/// All that can be set.
package struct ShellSettings: Sendable, Hashable {
  /// What changes numbers.
  package var query = QuerySettings()
  /// How tables are written; nil leaves it to where they go.
  package var format: String?
  /// The file that results go to, as it was named; nil leaves them on the screen.
  package var output: String?
  /// How many rows a terminal shows; nil leaves it to its height.
  package var rows: Int?
  /// Whether long texts of a table go on below each other instead of being cut.
  package var wraps = false
  /// What a terminal shows for a value that is missing.
  package var missingMark = "-"
  /// Whether what does not fit on a terminal is shown by a pager.
  package var pages = true
  /// How many seconds a statement may take; nil leaves it its time.
  package var timeLimit: Double?
  /// Whether files that something else wrote are replaced.
  package var replacesFiles = false
  /// How many bytes the measures may take that are kept between questions.
  package var memoryLimit = 1_000_000_000
  /// The colours of what is typed; nil leaves them to the terminal.
  package var colors: ColorScheme?
  /// Whose keys edit what is typed; nil leaves them to the person's preferences.
  package var keys: KeyStyle?

  /// The settings nobody changed.
  package init() {}

  /// The value of a setting in words.
  func text(of setting: Setting) -> String {
    switch setting {
    case .interestThreshold: "\(query.interestThreshold)"
    case .missingTrust: query.missingTrust.map { "\($0)" } ?? "no evidence"
    case .me: query.me.map { "@\($0)" } ?? "nobody"
    case .now: query.now?.text ?? "the latest in the data"
    case .format: format ?? "by where it goes"
    case .output: output.map(Quoted.text) ?? "off"
    case .rows: rows.map { "\($0)" } ?? "as many as fit"
    case .wrap: wraps ? "yes" : "no"
    case .missingMark: missingMark
    case .pager: pages ? "yes" : "no"
    case .overwrite: replacesFiles ? "yes" : "no"
    case .memoryLimit: ByteSize.text(memoryLimit)
    case .timeLimit: timeLimit.map { DurationText.text(.seconds($0)) } ?? "none"
    case .colors: colors?.rawValue ?? "as it fits"
    case .keys: keys?.rawValue ?? "as ~/.editrc says"
    }
  }
}

extension ShellSettings {
  /// The value of a measure's setting in words.
  func text(of setting: MetricSetting) -> String {
    query.parameters[setting.name]?.text ?? setting.parameter.standardText
  }
}

extension MetricCard.Parameter {
  /// What it may be, in words.
  var bounds: String {
    switch kind {
    case .number(let range, _): return "\(range.lowerBound) to \(range.upperBound)"
    case .duration(let range, _):
      return "\(Self.days(range.lowerBound)) to \(Self.days(range.upperBound)) days"
    case .choice(let options):
      return "one of \(options.map { "`\($0.name)`" }.joined(separator: ", "))"
    }
  }

  /// A number of days, without a decimal point where it is whole.
  static func days(_ days: Double) -> String {
    Int(exactly: days).map(Tally.digits) ?? "\(days)"
  }
}

extension MetricCard.Parameter {
  /// What it does, what it may be and what it is when nobody says.
  package var meaning: String {
    let mark = isAssumption ? " (assumed)" : ""
    switch kind {
    case .number(_, let standard):
      return "\(summary); \(standard)\(mark) unless said, \(bounds)"
    case .duration(_, let standard):
      return "\(summary); \(Self.days(standard)) days\(mark) unless said, \(bounds)"
    case .choice(let options):
      let names = options.map { "\($0.name): \($0.summary)" }
      return "\(summary); the first\(mark) unless said: \(names.joined(separator: "; "))"
    }
  }
}
