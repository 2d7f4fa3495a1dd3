package import Diagnostics
import Graph
import Metrics
import Query
import Rendering
package import Syntax

/// `set missing trust 0.2`: changes a setting.
package struct SetCommand: Command {
  /// The command.
  package init() {}

  package func run(
    _ statement: Statement,
    in conversation: inout Conversation
  ) throws(Diagnostics) -> Conversation.Outcome? {
    guard case .set(let asked) = statement else { return nil }
    let measures = conversation.session.vocabulary.metricSettings[asked.name.text]
    var settings = conversation.session.settings
    var said = ""
    if asked.name.text == Setting.output.rawValue {
      try conversation.sendResults(to: asked.file)
      conversation.say("output: \(conversation.session.settings.text(of: .output))")
      return .done
    }
    do throws(Refusal) {
      if let setting = Setting(rawValue: asked.name.text) {
        try settings.set(setting, to: asked.value, in: conversation.session.graph)
        said = settings.text(of: setting)
      } else if let measures {
        try settings.set(measures, to: asked.value)
        said = settings.text(of: measures)
      } else {
        return nil
      }
    } catch {
      throw Diagnostics([
        Diagnostic(
          error.code,
          error.message,
          at: conversation.source.place(of: asked.range),
          choices: error.choices
        )
      ])
    }
    conversation.session.settings = settings
    conversation.say("\(asked.name.text): \(said)")
    return .done
  }

  /// Why a setting cannot be that.
  fileprivate struct Refusal: Error {
    var code = DiagnosticCode.outOfRange
    let message: String
    var choices: [String] = []
  }
}

extension ShellSettings {
  fileprivate mutating func set(
    _ setting: Setting,
    to value: SettingStatement.Value,
    in graph: Graph
  ) throws(SetCommand.Refusal) {
    if value == .text("default") {
      reset(setting)
      return
    }
    switch (setting, value) {
    case (.interestThreshold, .number(let number)) where number > 0 && number <= 1:
      query.interestThreshold = number
    case (.interestThreshold, _):
      throw SetCommand.Refusal(message: "the interest threshold is above 0 and at most 1")
    case (.missingTrust, .number(let number)) where (0...1).contains(number):
      query.missingTrust = number
    case (.missingTrust, _):
      throw SetCommand.Refusal(message: "a missing trust counts for 0 to 1, or `default`")
    case (.me, .person(let handle)): try set(me: handle, in: graph)
    case (.now, .text(let text)): try set(now: text)
    case (.now, .number(let year)): try set(now: Int(exactly: year).map(String.init) ?? "")
    case (.now, _): try set(now: "")
    case (.me, _): throw SetCommand.Refusal(message: "`me` is a person, such as @ann")
    case (.format, .text(let name)): try set(format: name)
    case (.format, _):
      throw SetCommand.Refusal(
        message: "a format is a name",
        choices: TableFormatCatalog.all.map(\.card.name)
      )
    // It is a file, and not a value.
    case (.output, _): break
    case (.rows, _):
      guard case .number(let number) = value, let whole = Int(exactly: number), whole >= 4 else {
        throw SetCommand.Refusal(message: "`rows` is a whole number of at least 4")
      }
      rows = whole
    case (.wrap, _): wraps = try Self.flag(value, for: setting)
    case (.pager, _): pages = try Self.flag(value, for: setting)
    case (.overwrite, _): replacesFiles = try Self.flag(value, for: setting)
    case (.missingMark, .text(let mark)): missingMark = mark
    case (.missingMark, _):
      throw SetCommand.Refusal(message: "the missing mark is a text, such as \"none\"")
    case (.memoryLimit, .size(let bytes)): memoryLimit = bytes
    case (.memoryLimit, _):
      throw SetCommand.Refusal(message: "the memory limit is a size, such as `500 MB` or `2 GB`")
    case (.colors, _): colors = try choice(of: setting, from: value)
    case (.keys, _): keys = try choice(of: setting, from: value)
    case (.timeLimit, .seconds(let seconds)) where seconds > 0: timeLimit = seconds
    case (.timeLimit, _):
      throw SetCommand.Refusal(
        message: "the time limit is a time above 0, such as `30 seconds` or `2 minutes`"
      )
    }
  }

  private mutating func set(me handle: String, in graph: Graph) throws(SetCommand.Refusal) {
    guard graph.isEmpty || graph.people.number(of: handle) != nil else {
      let near = NearestName.candidates(
        for: handle,
        among: (0..<UInt32(graph.personCount)).lazy.map { graph.people[$0] }
      )
      throw SetCommand.Refusal(
        code: .unknownName,
        message: "no person is called `\(handle)`",
        choices: near.map { "@\($0)" }
      )
    }
    query.me = handle
  }

  private mutating func set(format name: String) throws(SetCommand.Refusal) {
    guard TableFormatCatalog.format(named: name.lowercased()) != nil else {
      throw SetCommand.Refusal(
        code: .unknownName,
        message: "no format is called `\(name)`",
        choices: TableFormatCatalog.all.map(\.card.name)
      )
    }
    format = name.lowercased()
  }

  /// Yes or no; `on` and `off` mean them too.
  private static func flag(
    _ value: SettingStatement.Value,
    for setting: Setting
  ) throws(SetCommand.Refusal) -> Bool {
    let answers = ["yes": true, "on": true, "no": false, "off": false]
    guard case .text(let answer) = value, let flag = answers[answer.lowercased()] else {
      throw SetCommand.Refusal(
        message: "`\(setting.rawValue)` is yes or no",
        choices: ["yes", "no"]
      )
    }
    return flag
  }

  fileprivate mutating func set(
    _ setting: MetricSetting,
    to value: SettingStatement.Value
  ) throws(SetCommand.Refusal) {
    if value == .text("default") {
      query.parameters[setting.name] = nil
      return
    }
    let bound: Query.ParameterValue? =
      switch value {
      case .number(let number): setting.value(of: number)
      case .duration(let duration): setting.value(of: duration)
      case .text(let option): setting.value(of: option)
      case .person, .size, .seconds: nil
      }
    guard let bound else {
      throw SetCommand.Refusal(
        message: "`\(setting.name)` is \(setting.parameter.bounds), or `default`",
        choices: setting.parameter.options.map(\.name)
      )
    }
    query.parameters[setting.name] = bound
  }

  /// One of the words a setting can be.
  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    of setting: Setting,
    from value: SettingStatement.Value
  ) throws(SetCommand.Refusal) -> Choice {
    if case .text(let word) = value, let choice = Choice(rawValue: word.lowercased()) {
      return choice
    }
    throw SetCommand.Refusal(
      message: "`\(setting.rawValue)` is one of a few words",
      choices: Choice.allCases.map(\.rawValue)
    )
  }

  private mutating func set(now text: String) throws(SetCommand.Refusal) {
    guard let date = BoundDate(text) else {
      throw SetCommand.Refusal(message: "`now` is a date, written 2026-01-31")
    }
    query.now = date
  }

  private mutating func reset(_ setting: Setting) {
    let standard = ShellSettings()
    switch setting {
    case .interestThreshold: query.interestThreshold = standard.query.interestThreshold
    case .missingTrust: query.missingTrust = nil
    case .me: query.me = nil
    case .now: query.now = nil
    case .format: format = nil
    case .output: output = nil
    case .rows: rows = nil
    case .overwrite: replacesFiles = standard.replacesFiles
    case .memoryLimit: memoryLimit = standard.memoryLimit
    case .colors: colors = nil
    case .keys: keys = nil
    case .wrap: wraps = standard.wraps
    case .missingMark: missingMark = standard.missingMark
    case .pager: pages = standard.pages
    case .timeLimit: timeLimit = nil
    }
  }
}
