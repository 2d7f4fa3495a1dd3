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
    case .aggregate: "aggregate"
    case .compare: "compare"
    case .correlate: "correlate"
    case .explain: "explain"
    case .choose: "choose"
    case .overlap: "overlap"
    case .path: "path"
    case .piped(let statement, _): statement.kind
    case .continue: "continue"
    case .plan: "plan"
    case .expect, .expectGraph: "expect"
    case .param: "param"
    case .define: "definition"
    case .forget: "forget"
    case .load: "load"
    case .save: "save"
    case .open: "open"
    case .lesson: "lesson"
    case .record: "record"
    case .last: "last"
    case .describe: "describe"
    case .run: "run"
    case .set: "setting"
    case .fix: "fix"
    case .help: "help"
    case .quit: "quit"
    }
  }
}
