import Values

extension OverlapTally {
  /// Why values are missing, as far as any are.
  package var missingReason: String {
    switch (deserted > 0, weightless > 0) {
    case (true, true): "no audience, or none of it has a known weight above 0"
    case (false, true): "none of the audience has a known weight above 0"
    default: "no audience"
    }
  }

  /// What to know about the result: how much was known and what filled the gaps.
  ///
  /// `ties` says what an audience is made of, "follows"; `missing` is what the user let an unknown
  /// trust weigh.
  package func remarks(
    ties noun: String,
    weight: MetricArguments.Weight?,
    missing: Double?
  ) -> [String] {
    var remarks: [String] = []
    if let weight {
      remarks.append(
        "\(Tally.digits(known)) of \(Tally.digits(ties)) \(noun) have a known \(weight.noun)"
      )
    }
    if filled > 0 {
      remarks.append(
        "inferred trust fills \(Tally.digits(filled)) more in the value, none in its bounds"
      )
    }
    if let missing, known + filled < ties {
      remarks.append("a missing trust counts as \(missing) in the value, never in its bounds")
    }
    return remarks
  }
}
