/// Every purchase has a cause the village knows, and the obvious ways to guess it are wrong.
struct KnownCauses: PlantedTruth {
  let title = "Causes that are known"
  let reason = "What a post is credited with is not what it caused: like-minded people buy anyway."

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let asha = try village.person(TrustedTeacher.handle)
    let lotus = try village.person(Brands.lotus)
    let purchases = village.actions.filter { $0.kind == .purchase }.count
    let counts = [Cause.Motive.persuaded, .habit, .interest, .passing].map { motive in
      village.causes.filter { $0.motive == motive }.count
    }
    let persuaded = village.causes.filter { $0.motive == .persuaded }
    return [
      Claim(
        "\(purchases) purchases: \(counts[0]) persuaded by a post, \(counts[1]) from habit, "
          + "\(counts[2]) from own interest, \(counts[3]) in passing.",
        holds: purchases == village.causes.count && counts.allSatisfy { $0 > 0 }
          && persuaded.allSatisfy { $0.post != nil }
      ),
      customers(village),
      credit(of: asha, at: lotus, village),
      homophily(around: asha, at: lotus, village),
      trustOfBuyers(persuaded, village),
    ]
  }

  /// Whether the column `customer` says who bought.
  private func customers(_ village: Village) -> Claim {
    let buyers = Set(village.causes.map(\.person))
    let customers = village.everybody.filter { village.people[$0].isCustomer }
    return Claim(
      "\(customers.count) customers, those who bought anything.",
      holds: customers.count == buyers.count && customers.allSatisfy { buyers.contains($0) }
    )
  }

  /// What last touch credits her with, against what she caused.
  private func credit(of asha: Int, at lotus: Int, _ village: Village) -> Claim {
    let credited = village.lastTouch().filter { $0.author == asha && $0.cause.brand == lotus }
    let caused = village.causes.filter { village.author(of: $0) == asha && $0.brand == lotus }
    return Claim(
      "Last touch within 30 days credits @asha with \(credited.count) purchases at @lotus; "
        + "she caused \(caused.count).",
      holds: Double(credited.count) > 1.2 * Double(caused.count)
    )
  }

  /// How much likelier her followers are to buy with no post behind it.
  private func homophily(around asha: Int, at lotus: Int, _ village: Village) -> Claim {
    let anyway = Set(
      village.causes.filter { $0.brand == lotus && $0.motive != .habit && $0.motive != .persuaded }
        .map(\.person)
    )
    let people = village.everybody.filter { village.people[$0].nature == .person }
    let hers = people.filter { village.follows.contains($0, asha) }
    let others = people.filter { !village.follows.contains($0, asha) }
    let alike = others.filter { village.isInterested($0, in: .yoga) }
    let rates = [hers, others, alike].map { group in
      village.share(of: group) { anyway.contains($0) }
    }
    return Claim(
      "\(Figure.percent(rates[0])) of her followers bought at @lotus of their own accord, against "
        + "\(Figure.percent(rates[1])) of those who do not follow her, but "
        + "\(Figure.percent(rates[2])) of those of them who care about yoga.",
      holds: rates[0] > 2 * rates[1] && abs(rates[0] - rates[2]) < 0.25
    )
  }

  /// How far the persuaded trusted whoever persuaded them, against all who clicked.
  private func trustOfBuyers(_ persuaded: [Cause], _ village: Village) -> Claim {
    let buyers = persuaded.compactMap { cause in
      village.author(of: cause).flatMap { village.trust[cause.person, $0] }
    }
    let clickers = village.actions.filter { $0.kind == .click }.compactMap { action in
      action.post.flatMap { village.trust[action.person, village.posts[$0].author] }
    }
    let means = [buyers, clickers].map { stated in
      Double(stated.reduce(0, +)) / Double(max(1, stated.count)) / 100
    }
    return Claim(
      "Mean stated trust in the author: \(Figure.decimal(means[0])) among the persuaded, "
        + "\(Figure.decimal(means[1])) among all who clicked.",
      holds: means[0] > means[1] + 0.02
    )
  }
}
