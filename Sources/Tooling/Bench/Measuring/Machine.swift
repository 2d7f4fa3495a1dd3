import Foundation

/// On what, when and of what state of the program figures were taken.
struct Machine: Codable, Sendable {
  /// The processor's name.
  let processor: String
  /// How many of its cores there are.
  let cores: Int
  /// Bytes of memory.
  let memory: UInt64
  /// The system.
  let system: String
  /// The day.
  let date: String
  /// The commit that is measured, with `+` where files differ from it; nil outside of a checkout.
  let commit: String?

  /// This machine, today.
  init() {
    let processors = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let name = processors.split(separator: "\n").first { $0.hasPrefix("model name") }
    processor = name?.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? "unknown"
    cores = ProcessInfo.processInfo.activeProcessorCount
    memory = ProcessInfo.processInfo.physicalMemory
    system = ProcessInfo.processInfo.operatingSystemVersionString
    date = Date.now.formatted(.iso8601.year().month().day())
    commit = Machine.commit
  }

  private static var commit: String? {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().path
    func git(_ words: String...) -> String? {
      try? Program(URL(filePath: "/usr/bin/env"), ["git", "-C", folder] + words).run()
    }
    guard let head = git("rev-parse", "--short", "HEAD") else { return nil }
    let isClean = git("status", "--porcelain", "--untracked-files=no")?.isEmpty ?? true
    return head.trimmingCharacters(in: .newlines) + (isClean ? "" : "+")
  }
}
