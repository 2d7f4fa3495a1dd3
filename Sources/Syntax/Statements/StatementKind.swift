extension Statement {
  /// What kind of statement it is, in one word.
  ///
  /// A bare name that is in no catalogue counts as a list of people; whether it is one is settled
  /// when the statement is bound.
  package var kind: String {
    switch self {
    case .rank(let rank): rank.selection == nil && rank.subject == nil ? "rank" : "top"
    case .list: "list"
    case .show: "show"
    case .count: "count"
    case .define: "definition"
    case .forget: "forget"
    case .load: "load"
    case .describe: "describe"
    case .run: "run"
    case .set: "setting"
    case .fix: "fix"
    case .help: "help"
    case .quit: "quit"
    }
  }
}
