import Metrics
import Shell
import Testing

/// What help says of the settings of a measure.
struct ParameterHelpTests {
  @Test func `a number comes with its standard and its range`() {
    let damping = MetricCard.Parameter("damping", default: 0.85, in: 0...0.999, "how likely")
    #expect(damping.meaning == "how likely; 0.85 unless said, 0.0 to 0.999")
  }

  @Test func `a duration comes in days`() {
    let halfLife = MetricCard.Parameter("half-life", defaultDays: 30, in: 0.5...3_650, "how soon")
    #expect(halfLife.meaning == "how soon; 30 days unless said, 0.5 to 3,650 days")
  }

  @Test func `a choice comes with its options, the standard first`() {
    let model = MetricCard.Parameter(
      "model",
      among: [.init("linear", "all alike"), .init("last touch", "the last alone")],
      "who gets the credit"
    )
    #expect(
      model.meaning
        == "who gets the credit; the first unless said: linear: all alike; last touch: the last alone"
    )
  }
}
