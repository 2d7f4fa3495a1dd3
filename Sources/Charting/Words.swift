import Rendering
import Values

extension Chart {
  /// What is drawn, told in a few sentences to those who cannot see it.
  package var words: String {
    let most = 20
    func listed(_ parts: [String]) -> String {
      let more = parts.count > most ? "; and \(Tally.digits(parts.count - most)) more" : ""
      return parts.prefix(most).joined(separator: "; ") + more
    }
    let told =
      switch drawing {
      case .bars(let bars): listed(bars.bars.map { "\($0.label): \($0.text)" })
      case .plane(let plane): plane.words
      case .slope(let slope):
        listed(
          slope.ends.enumerated().map { row, end in
            let (first, second) = (slope.left.entries[row], slope.right.entries[end])
            return "\(first.name): \(first.place) and \(second.place)"
          }
        )
      case .matrix(let matrix): listed(matrix.words)
      }
    return ([told] + notes).joined(separator: ". ") + "."
  }
}

extension Plane {
  fileprivate var words: String {
    if joins {
      let lines = series.map { series in
        let (first, last) = (series.points.first, series.points.last)
        let ends = [first, last].compactMap(\.self).map { "\($0.name): \(y.spelled($0.y))" }
        return ends.joined(separator: " to ")
      }
      return "\(y.title) over \(x.title): " + lines.joined(separator: "; ")
    }
    let points = series.reduce(0) { $0 + $1.points.count }
    let names = named.map { "\($0.name) (\(x.spelled($0.x)), \(y.spelled($0.y)))" }
    return "\(Tally.text(points, "points")): \(y.title) over \(x.title). They stand out: "
      + names.joined(separator: ", ")
  }
}

extension Matrix {
  fileprivate var words: [String] {
    fields.indices.flatMap { row in
      fields.indices.dropFirst(row + 1).compactMap { column in
        let text = fields[row][column].text
        return text.isEmpty ? nil : "\(names[row]) and \(names[column]): \(text)"
      }
    }
  }
}
