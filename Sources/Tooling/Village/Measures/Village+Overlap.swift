/// How much of the trust somebody enjoys sits with people interested in a topic.
struct WeightedOverlap {
  /// The share.
  let value: Double
  /// The lower end of its 95% Wilson interval, at Kish's effective size of the known trust.
  let low: Double
  /// The mean of what was said about them, distrust included.
  let meanTrust: Double
}

extension Village {
  /// The overlap of a person's audience with a topic, weighted by the audience's trust in them.
  func overlap(of person: Int, with topic: Topic) -> WeightedOverlap {
    var total = 0.0
    var interested = 0.0
    var squares = 0.0
    var stated: [Int] = []
    for tie in follows.followers[person] {
      guard let hundredths = trust[tie.person, person] else { continue }
      stated.append(hundredths)
      let weight = Double(max(0, hundredths)) / 100
      total += weight
      squares += weight * weight
      if isInterested(tie.person, in: topic) { interested += weight }
    }
    let mean = Double(stated.reduce(0, +)) / Double(max(1, stated.count)) / 100
    guard total > 0 else { return WeightedOverlap(value: 0, low: 0, meanTrust: mean) }
    let value = interested / total
    let low = wilsonLow(value, outOf: total * total / squares)
    return WeightedOverlap(value: value, low: low, meanTrust: mean)
  }

  private func wilsonLow(_ share: Double, outOf size: Double) -> Double {
    let z = 1.96
    let centre = share + z * z / (2 * size)
    let spread = z * (share * (1 - share) / size + z * z / (4 * size * size)).squareRoot()
    return (centre - spread) / (1 + z * z / size)
  }
}
