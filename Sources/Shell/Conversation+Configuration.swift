import Diagnostics

extension Conversation {
  /// The script that runs before the prompt: below `$XDG_CONFIG_HOME`, else below `~/.config`.
  ///
  /// Nil where the environment has neither.
  package static func configurationPath(in environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/kith/config.kith"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.config/kith/config.kith"
  }

  /// Runs the configuration; nothing is heard of it but what is wrong with it.
  ///
  /// Nil where there is none. It is a script like others: what is wrong with it ends it.
  package mutating func configure(in environment: [String: String]) -> Outcome? {
    guard let path = Conversation.configurationPath(in: environment), ScriptFile.exists(path)
    else { return nil }
    let place = surroundings
    surroundings = place.hushed
    defer { surroundings = place }
    let outcome = runScript(path)
    if case .failed = outcome {
      place.errors("  `--no-config` starts without \(path)\n")
    }
    return outcome
  }
}
