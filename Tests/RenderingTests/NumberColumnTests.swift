import Rendering
import Testing
import Values

/// How numbers look on a screen: one unit and one number of decimals down a column.
struct NumberColumnTests {
  @Test(arguments: [
    ([0.35087719, 0.64912281], ["0.3509", "0.6491"]),
    ([0.000123456, 0.000001], ["0.000123456", "0.000001000"]),
    ([0.35, 0.0001], ["0.3500", "0.0001"]),
    ([1, 2, .nan], ["1", "2", "-"]),
    ([0, 0], ["0", "0"]),
    ([.nan], ["-"]),
    ([12.5, 3.25], ["12.50", " 3.25"]),
    ([123456.7, 0.5], ["123456.7", "     0.5"]),
    ([-0.00001], ["-0.00001"]),
    ([1e-20, 2.34567e-20, 0], ["1.000e-20", "2.346e-20", "    0.000"]),
    ([9.9999e-20], ["1.000e-19"]),
    ([1e300], ["1.000e300"]),
  ])
  func `plain numbers have four significant digits and no idle zeros`(
    _ numbers: [Double],
    _ cells: [String]
  ) {
    #expect(shown(numbers, .plain) == padded(cells))
  }

  @Test(arguments: [
    (Unit.count(of: "people"), 1200, "1200"),
    (.count(of: "people"), 2.5, "2.50"),
    (.count(of: "people"), -0.0, "0"),
    (.amount(of: "people"), 2.675, "2.68"),
    (.amount(of: "people"), 1e9, "1000000000"),
    (.amount(of: "people"), -0.001, "0.00"),
    (.share, 0.929, "92.9 %"),
    (.share, 1, "100.0 %"),
    (.share, 0.0005, "0.1 %"),
    (.share, 0.00049, "0.0 %"),
    (.share, -0.125, "-12.5 %"),
    (.ratio, 2.01152074, "2.01×"),
    (.ratio, 0.995, "1.00×"),
    (.score, 0.9995, "1.000"),
    (.score, 0.0625, "0.063"),
    (.index, 99.95, "100.0"),
  ])
  func `a unit says how its numbers look`(_ unit: Unit, _ number: Double, _ cell: String) {
    #expect(shown([number], unit) == padded([cell]))
  }

  @Test func `counts that are not whole show it all the way down`() {
    #expect(shown([3, 2.5, .nan], .count(of: "people")) == ["3.00", "2.50", "   -"])
  }

  /// The cells as they are drawn, with the padding at their left.
  private func shown(_ numbers: [Double], _ unit: Unit) -> [String] {
    written(Table([Column("n", unit: unit, cells: .numbers(numbers))]), as: Box())
      .split(separator: "\n")
      .dropFirst(3).dropLast()
      .map { String($0.dropFirst(2).dropLast(2)) }
  }

  private func padded(_ cells: [String]) -> [String] {
    let width = cells.map(\.count).max() ?? 0
    return cells.map { String(repeating: " ", count: width - $0.count) + $0 }
  }
}
