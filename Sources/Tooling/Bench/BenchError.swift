/// What keeps the bench from measuring.
enum BenchError: Error {
  /// A workload that there is not.
  case unknownWorkload(String)
  /// A measure that there is not.
  case unknownMeasure(String)
  /// Kith refused a statement of a workload.
  case refused(statement: String, answer: String)
  /// A program that is measured is not there.
  case missingProgram(String)
  /// A program ended otherwise than it should.
  case failed(program: String, output: String)
  /// A file that should be there is not, or is not as this tool writes it.
  case unreadable(String)

  /// The words for it.
  var message: String {
    switch self {
    case .unknownWorkload(let name):
      "there is no workload \(name); there are "
        + WorkloadCatalog.all.map(\.card.name).joined(separator: ", ")
    case .unknownMeasure(let name): "there is no measure \(name)"
    case .refused(let statement, let answer): "`\(statement)` was refused:\n\(answer)"
    case .missingProgram(let name): "\(name) is not there"
    case .failed(let program, let output): "\(program) failed: \(output)"
    case .unreadable(let path): "\(path) cannot be read"
    }
  }
}
