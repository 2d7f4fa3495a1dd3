/// Text inside HTML and SVG.
package enum Markup {
  /// The text with what HTML and XML would read as more than text as references to characters, and
  /// what neither may hold, or would hide, written out.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in Escaping.visible(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // No document in XML may hold these two.
      case "\u{FFFE}", "\u{FFFF}": escaped.unicodeScalars.append("\u{FFFD}")
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
