import Metrics
import Testing

/// Settings in brackets: numbers, durations and choices.
struct ParameterTests {
  static let weight = MetricCard.Parameter("weight", default: 0.5, in: 0...1, "how much")
  static let halfLife = MetricCard.Parameter(
    "half-life",
    defaultDays: 30,
    in: 1...3_650,
    "when an event counts half"
  )
  static let model = MetricCard.Parameter(
    "model",
    among: [
      MetricCard.Parameter.Option("linear", "all touches alike"),
      MetricCard.Parameter.Option("last touch", "the last touch alone"),
    ],
    "who gets the credit"
  )

  @Test func `what nobody said is the standard, of a choice the first`() throws {
    let arguments = MetricArguments()
    #expect(try arguments.value(of: Self.weight) == 0.5)
    #expect(try arguments.value(of: Self.halfLife) == 30)
    #expect(try arguments.option(of: Self.model) == "linear")
  }

  @Test func `what was said is taken`() throws {
    let arguments = MetricArguments(
      parameters: ["half-life": 7],
      options: ["model": "last touch"]
    )
    #expect(try arguments.value(of: Self.halfLife) == 7)
    #expect(try arguments.option(of: Self.model) == "last touch")
  }

  @Test func `what may not be is refused with what may`() {
    let arguments = MetricArguments(
      parameters: ["half-life": 0.5],
      options: ["model": "middle touch"]
    )
    #expect(throws: MetricError.outOfRange(parameter: "half-life", value: 0.5, range: 1...3_650)) {
      try arguments.value(of: Self.halfLife)
    }
    #expect(
      throws: MetricError.unknownOption(
        parameter: "model",
        option: "middle touch",
        options: ["linear", "last touch"]
      )
    ) {
      try arguments.option(of: Self.model)
    }
  }

  @Test func `only numbers and durations have a range, only choices options`() {
    #expect(Self.weight.range == 0...1)
    #expect(Self.halfLife.range == 1...3_650)
    #expect(Self.model.range == nil && Self.model.standard == nil)
    #expect(Self.model.options.count == 2 && Self.halfLife.options.isEmpty)
  }
}
