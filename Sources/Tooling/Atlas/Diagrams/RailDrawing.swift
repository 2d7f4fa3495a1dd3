/// What is drawn so far: rails below, boxes above them.
struct RailDrawing {
  /// The data of the rails' path.
  private(set) var rails = ""
  /// The boxes, as elements of SVG.
  private(set) var boxes = ""

  /// Adds a rail that begins at a point; `steps` is path data relative to it.
  mutating func rail(from x: Int, _ y: Int, _ steps: String) { rails += "M\(x) \(y)\(steps)" }

  /// Adds an element.
  mutating func add(_ element: String) { boxes += element + "\n" }
}

extension String {
  /// The text with what has a meaning in SVG written out.
  var escapedForMarkup: String {
    var escaped = ""
    for character in self {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
