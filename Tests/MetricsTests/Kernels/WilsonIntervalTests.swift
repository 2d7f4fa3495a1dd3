import Metrics
import Testing

/// Wilson's interval, beside the equation it solves.
struct WilsonIntervalTests {
  @Test(arguments: [1, 2, 5.5, 10, 137, 1e6])
  func `ends are where the score test turns`(size: Double) {
    for step in 0...20 {
      let share = Double(step) / 20
      let interval = WilsonInterval(share: share, of: size)
      for end in [interval.low, interval.high] {
        // (share - end)^2 = z^2 end (1 - end) / size, unless clamped at 0 or 1.
        let left = (share - end) * (share - end)
        let right = 1.96 * 1.96 * end * (1 - end) / size
        #expect(abs(left - right) < 1e-12)
      }
      #expect(0 <= interval.low && interval.low <= share)
      #expect(share <= interval.high && interval.high <= 1)
    }
  }

  @Test func `no trials say nothing, a missing share has no ends`() {
    let nothing = WilsonInterval(share: 0.3, of: 0)
    #expect(nothing.low == 0 && nothing.high == 1)
    let missing = WilsonInterval(share: .nan, of: 0)
    #expect(missing.low.isNaN && missing.high.isNaN)
  }

  @Test func `known ends come out`() {
    let interval = WilsonInterval(share: 0.75, of: 4)
    #expect(agree([interval.low, interval.high], [0.3006, 0.9544], within: 0.00005))
    #expect(agree([WilsonInterval(share: 1, of: 1).low], [0.2065], within: 0.00005))
  }
}
