/// What makes one text of another: lines that stay, go and come.
struct UnifiedDifference {
  /// The lines, each behind a space, `-` or `+`.
  let text: String

  /// The difference between some lines and others.
  ///
  /// Complexity: O(old x new).
  init(from old: [String], to new: [String]) {
    // The longest common lines from each place on.
    var common = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        common[row][column] =
          old[row] == new[column]
          ? common[row + 1][column + 1] + 1 : max(common[row + 1][column], common[row][column + 1])
      }
    }
    var lines: [String] = []
    var (row, column) = (0, 0)
    while row < old.count || column < new.count {
      if row < old.count, column < new.count, old[row] == new[column] {
        lines.append(" " + old[row])
        (row, column) = (row + 1, column + 1)
      } else if row < old.count,
        column == new.count || common[row + 1][column] >= common[row][column + 1]
      {
        lines.append("-" + old[row])
        row += 1
      } else {
        lines.append("+" + new[column])
        column += 1
      }
    }
    text = lines.joined(separator: "\n")
  }
}
