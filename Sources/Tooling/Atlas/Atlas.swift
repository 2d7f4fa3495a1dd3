import Foundation
import Notation

/// Draws the grammar, and writes it for editors.
///
///     Atlas [FOLDER]            writes diagrams and editors below a folder of .gram files
///     Atlas [FOLDER] --check    writes nothing, and fails where a file is not what it would write
@main
enum Atlas {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let isCheck = arguments.last == "--check"
    if isCheck { arguments.removeLast() }
    do throws(AtlasError) {
      guard arguments.count <= 1, arguments.first?.hasPrefix("-") != true else { throw .usage }
      let folder = GrammarFolder(path: arguments.first ?? "grammar")
      if isCheck { try folder.check() } else { try folder.refresh() }
    } catch {
      StandardError.write("\(error.message)\n")
      exit(1)
    }
  }
}
