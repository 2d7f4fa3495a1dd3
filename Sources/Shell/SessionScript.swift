import Archiving
import Diagnostics
import Query
import Rendering
import Syntax
import Values

/// A script that does again what a session did: it loads, sets and defines the same.
struct SessionScript {
  /// The first line of every such script, by which it is known.
  static let header = "-- A session of Kith, written by `save`."

  /// The text of the script.
  let text: String
  /// Its statements, in order.
  let statements: [String]
  /// What it holds, in words.
  let inventory: [String]
  /// Definitions that name what is not there any longer; they stand in the script as comments.
  let lostDefinitions: [String]

  /// Whether a file that begins so is one.
  static func begins(with head: [UInt8]) -> Bool { head.starts(with: header.utf8) }

  /// The script of a session, to lie in a folder from the root; nil where the name of a file it
  /// loaded cannot be written on a line.
  ///
  /// With `climbing`, files are named from further up where that is near.
  init?(_ session: Session, in folder: String, climbing: Bool = false) {
    let loads = session.sources.compactMap { $0.text(in: folder, climbing: climbing) }
    guard loads.count == session.sources.count else { return nil }
    let settings =
      Setting.allCases.compactMap { session.settings.line(for: $0) }
      + session.settings.query.parameters.sorted { $0.key < $1.key }
      .map { "set \($0.key) \($0.value.text)" }
    let (definitions, lost) = session.orderedDefinitions
    let comments = lost.map { "-- names what is not there: \($0)" }
    let parameters = session.parameters.names.compactMap(session.parameters.statement)
    statements = loads + settings + parameters + definitions
    // It stands last, so that all else is there also where the data is not what it was.
    let check = loads.isEmpty ? [] : ["expect graph \(Quoted.text(session.graph.fingerprint))"]
    let blocks = [loads, settings, parameters, definitions, comments, check].filter { !$0.isEmpty }
    text = ([[SessionScript.header]] + blocks).map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
    var inventory = [
      Tally.text(loads.count, "files"), Tally.text(settings.count, "settings"),
    ]
    if !parameters.isEmpty { inventory.append(Tally.text(parameters.count, "parameters")) }
    inventory.append(Tally.text(definitions.count, "definitions"))
    self.inventory = inventory
    lostDefinitions = lost
  }
}

extension Session {
  /// The statements that define names, each behind those it needs, and those that no longer fit
  /// the graph and the other definitions.
  ///
  /// Complexity: O(definitions squared).
  fileprivate var orderedDefinitions: (ordered: [String], lost: [String]) {
    var known = Definitions()
    var ordered: [String] = []
    var waiting = definitions.names
    while true {
      let ready = waiting.filter { fits($0, behind: known) }
      guard !ready.isEmpty else { break }
      for name in ready {
        guard let definition = definitions[name] else { continue }
        known.keep(definition)
        ordered.append(definitions.text(of: name) ?? "")
      }
      waiting.removeAll { ready.contains($0) }
    }
    return (ordered, waiting.compactMap { definitions.text(of: $0) })
  }

  private func fits(_ name: String, behind known: Definitions) -> Bool {
    guard let definition = definitions[name], let text = definitions.text(of: name) else {
      return false
    }
    var binder = binder(of: SourceText(text), definitions: known)
    do throws(Diagnostics) {
      try binder.check(definition)
      return true
    } catch {
      return false
    }
  }
}

extension ShellSettings {
  /// The statement that makes a setting what it is; nil for one that nobody changed.
  fileprivate func line(for setting: Setting) -> String? {
    // Where results go is no part of what they are.
    guard setting != .output, text(of: setting) != ShellSettings().text(of: setting) else {
      return nil
    }
    let value =
      switch setting {
      case .interestThreshold: ShellSettings.digits(query.interestThreshold)
      case .missingTrust: ShellSettings.digits(query.missingTrust ?? 0)
      case .me: Quoted.person(query.me ?? "")
      case .format, .output, .rows, .overwrite, .now, .wrap, .pager: text(of: setting)
      case .missingMark: Quoted.text(missingMark)
      case .timeLimit: "\(ShellSettings.digits(timeLimit ?? 0)) seconds"
      case .memoryLimit: "\(memoryLimit / 1000) kb"
      case .colors: colors?.rawValue ?? "default"
      case .keys: keys?.rawValue ?? "default"
      }
    return "set \(setting.rawValue) \(value)"
  }

  /// A number from 0 to 1 with as many digits as it needs, and without an exponent.
  private static func digits(_ number: Double) -> String {
    let parts = number.description.split(separator: "e-")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return number.description }
    let zeros = String(repeating: "0", count: max(0, exponent - 1))
    var digits = parts[0].filter { $0 != "." }
    if parts[0].hasSuffix(".0") { digits.removeLast() }
    return "0." + zeros + digits
  }
}
