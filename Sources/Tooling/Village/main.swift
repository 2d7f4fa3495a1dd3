import Foundation

/// Makes the village's files, and says how large they are.
func make(_ invocation: Invocation) throws {
  let folder = Folder(path: invocation.folder)
  for sheet in Village.founded(seed: invocation.seed, truths: Village.truths).sheets {
    try folder.write(sheet)
    print("\(sheet.name).csv: \(sheet.rows) rows, \(sheet.text.utf8.count) bytes")
  }
}

/// Measures what the files say; answers whether all is as planted.
func check(_ invocation: Invocation) throws -> Bool {
  let report = try Report(on: Village(from: Folder(path: invocation.folder)))
  print(report.text)
  return report.holds
}

/// Writes what was measured into the README; answers whether it has a place for it.
func describe(_ invocation: Invocation) throws -> Bool {
  let folder = Folder(path: invocation.folder)
  let report = try Report(on: Village(from: folder))
  guard let page = report.written(into: try folder.read("README.md")) else {
    print("README.md has no village:begin and village:end lines to write between")
    return false
  }
  try folder.write(page, to: "README.md")
  return report.holds
}

guard let invocation = Invocation(CommandLine.arguments.dropFirst()) else {
  print(Invocation.usage)
  exit(2)
}
do {
  switch invocation.task {
  case .help: print(Invocation.usage)
  case .make: try make(invocation)
  case .check: exit(try check(invocation) ? 0 : 1)
  case .describe: exit(try describe(invocation) ? 0 : 1)
  }
} catch {
  print("Village: \(error)")
  exit(1)
}
