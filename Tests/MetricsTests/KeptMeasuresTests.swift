import Metrics
import Testing
import Values

@Suite struct KeptMeasuresTests {
  private static let hundred = Measured(values: Array(repeating: 1, count: 100))
  private static let room = 2_000

  @Test func `what was not used for longest makes room`() {
    let kept = KeptMeasures()
    kept.keep(Self.hundred, under: "a", at: 1, within: Self.room)
    kept.keep(Self.hundred, under: "b", at: 1, within: Self.room)
    #expect(kept.byteCount == 1_600)
    #expect(kept.measured("a", at: 1) != nil)
    kept.keep(Self.hundred, under: "c", at: 1, within: Self.room)
    #expect(kept.byteCount == 1_600)
    #expect(kept.measured("a", at: 1)?.values == Self.hundred.values)
    #expect(kept.measured("b", at: 1) == nil)
    #expect(kept.measured("c", at: 1) != nil)
  }

  @Test func `what does not fit is not kept, and takes nobody's room`() {
    let kept = KeptMeasures()
    kept.keep(Self.hundred, under: "a", at: 1, within: Self.room)
    let companion = Measured.Companion("low", unit: .score, values: Self.hundred.values)
    let large = Measured(values: Self.hundred.values, companions: [companion, companion])
    kept.keep(large, under: "b", at: 1, within: Self.room)
    #expect(kept.measured("b", at: 1) == nil)
    #expect(kept.measured("a", at: 1) != nil)
  }

  @Test func `keeping again replaces`() {
    let kept = KeptMeasures()
    for _ in 0..<3 { kept.keep(Self.hundred, under: "a", at: 1, within: Self.room) }
    #expect(kept.byteCount == 800)
  }

  @Test func `another revision knows nothing of what was kept`() {
    let kept = KeptMeasures()
    kept.keep(Self.hundred, under: "a", at: 1, within: Self.room)
    #expect(kept.measured("a", at: 2) == nil)
    kept.keep(Self.hundred, under: "b", at: 2, within: Self.room)
    #expect(kept.measured("a", at: 1) == nil)
    #expect(kept.byteCount == 800)
  }
}
