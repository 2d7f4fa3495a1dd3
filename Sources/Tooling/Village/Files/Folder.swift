import Foundation

/// A folder of text files, the only part of this tool that touches the disk.
struct Folder {
  /// The folder's path.
  let path: String

  /// Writes a file, in place of one that may be there, and makes the folder where it is missing.
  func write(_ text: String, to name: String) throws {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// The text of a file.
  func read(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    return String(
      decoding: try Data(contentsOf: folder.appendingPathComponent(name)),
      as: UTF8.self
    )
  }

  /// Writes a table.
  func write(_ table: Sheet) throws {
    try write(table.text, to: table.name + ".csv")
  }

  /// The rows of a table below its header, each with as many fields as there are columns.
  func rows(_ name: String, columns: Int) throws -> [[Substring]] {
    let lines = try read(name + ".csv").split(separator: "\n").dropFirst()
    return try lines.enumerated().map { number, line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == columns else {
        throw UnreadableRow(file: name + ".csv", line: number + 2)
      }
      return fields
    }
  }
}

/// A row that is not as this tool writes them.
struct UnreadableRow: Error {
  /// The file.
  let file: String
  /// The line in it.
  let line: Int
}

/// One table as text: plain comma-separated values, for no field of ours needs quotes.
struct Sheet {
  /// The file's name, without its ending.
  let name: String
  /// Everything written so far, header first.
  private(set) var text: String
  /// How many rows stand below the header.
  private(set) var rows = 0

  /// A table with only its header.
  init(_ name: String, _ columns: String) {
    self.name = name
    text = columns + "\n"
  }

  /// Adds a row.
  mutating func add(_ fields: String...) {
    text += fields.joined(separator: ",")
    text += "\n"
    rows += 1
  }
}
