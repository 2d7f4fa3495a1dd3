import Syntax

extension Statement {
  /// Whether what comes of it is a page to be read, and not a word about what was done.
  var isRead: Bool {
    switch self {
    case .rank, .list, .show, .count, .aggregate, .compare, .correlate, .explain, .choose, .overlap,
      .path, .piped, .continue, .plan, .describe, .last, .help:
      true
    case .expect, .expectGraph, .param, .define, .forget, .load, .save, .open, .run, .set, .lesson,
      .record,
      .fix, .quit:
      false
    }
  }

  /// The files it names, to be read or written.
  var files: [Name] {
    switch self {
    case .load(let load): [load.file]
    case .save(let file), .open(let file), .run(let file), .describe(.file(let file)): [file]
    case .record(let file): file.map { [$0] } ?? []
    case .set(let setting): setting.file.map { [$0] } ?? []
    case .plan(let inner, _): inner.files
    case .expect(let expect): expect.question.files
    case .piped(let inner, let verbs): inner.files + verbs.compactMap(\.file)
    case .continue(let verbs): verbs.compactMap(\.file)
    case .rank, .list, .show, .count, .aggregate, .compare, .correlate, .explain, .choose, .overlap,
      .path:
      clauses?.file.map { [$0] } ?? []
    case .expectGraph, .param, .define, .forget, .describe, .lesson, .last, .fix, .help, .quit:
      []
    }
  }
}

extension TableVerb {
  /// The file it writes to.
  fileprivate var file: Name? {
    if case .write(let file) = kind { file } else { nil }
  }
}

extension SettingStatement {
  /// The file that results are to go to; nil of other settings, and where they are to go to none.
  var file: Name? {
    guard name.text == Setting.output.rawValue, case .text(let file) = value,
      !["off", "no", "default"].contains(file.lowercased())
    else { return nil }
    return Name(file, range: range)
  }
}
