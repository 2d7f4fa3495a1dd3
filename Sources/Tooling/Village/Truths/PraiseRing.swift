/// Twelve accounts that praise each other and nobody else.
struct PraiseRing: PlantedTruth {
  private static let members = [
    ("jetset_jo", "Jo Lark"), ("miles_max", "Max Ferro"), ("roam_rita", "Rita Stone"),
    ("globe_gia", "Gia Marlow"), ("trek_theo", "Theo Banks"), ("sky_sara", "Sara Wilde"),
    ("port_pia", "Pia Quay"), ("visa_vik", "Vik Sharp"), ("lounge_lou", "Lou Crane"),
    ("beach_bo", "Bo Keane"), ("atlas_al", "Al Voss"), ("cabin_cy", "Cy Drake"),
  ]

  let title = "The praise ring"
  let reason = "Twelve who share, like and trust each other: scores made of reactions can be gamed."

  func cast(_ village: inout Village) {
    var random = village.random("ring people")
    for (handle, name) in Self.members {
      village.admit(
        Person(
          handle: handle,
          name: name,
          role: "travel writer",
          country: "AE",
          age: "25-34",
          joined: random.integer(in: -420 ... -380),
          price: 250,
          home: .travel
        )
      )
    }
  }

  private func members(of village: Village) -> [Int] {
    Self.members.compactMap { village[$0.0] }
  }

  func interest(_ village: inout Village) {
    for member in members(of: village) {
      village.settle(member, on: [(.travel, 95)])
    }
  }

  func tie(_ village: inout Village) {
    var random = village.random("ring ties")
    let ring = members(of: village)
    let before = village
    for member in ring {
      for other in ring {
        let since = village.acquaintance(member, other) + random.integer(in: 0...20)
        village.follows.add(member, follows: other, since: since)
      }
      village.gather(random.integer(in: 1...5), around: member, &random) { person in
        before.people[person].home == .travel
      }
    }
  }

  func trust(_ village: inout Village) {
    let ring = members(of: village)
    for member in ring {
      for other in ring {
        village.trust.add(member, trusts: other, 100, since: village.acquaintance(member, other))
      }
    }
  }

  func write(_ village: inout Village) {
    guard let stride = village[Brands.stride] else { return }
    var random = village.random("ring posts")
    for member in members(of: village) {
      village.write(18, by: member, about: .travel, pull: 0.5, &random)
      village.endorse(stride, with: 2, postsBy: member, about: .travel, &random)
    }
  }

  func react(_ village: inout Village) {
    var random = village.random("ring reactions")
    let ring = members(of: village)
    for post in village.posts.indices where ring.contains(village.posts[post].author) {
      for member in ring where member != village.posts[post].author {
        if random.chance(0.8) { village.react(to: post, by: member, &random) }
      }
    }
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    var ring: [Int] = []
    for (handle, _) in Self.members { ring.append(try village.person(handle)) }
    let received = village.reactionsReceived()
    let worst = ring.map { member in received.filter { $0 > received[member] }.count + 1 }.max()
    let about = village.interactions.filter { ring.contains($0.target) }
    let within = about.filter { ring.contains($0.source) }.count
    let outside = ring.map { member in
      village.follows.followers[member].filter { !ring.contains($0.person) }.count
    }
    let mutual = ring.allSatisfy { member in
      ring.allSatisfy { $0 == member || village.trust[$0, member] == 100 }
    }
    let believers = ring.flatMap { village.trust.received[$0] }.filter { !ring.contains($0.person) }
    return [
      Claim(
        "\(ring.count) accounts, all trusting each other 1.0; \(believers.count) opinions from "
          + "outside, and \(outside.min() ?? 0) to \(outside.max() ?? 0) followers from outside.",
        holds: mutual && believers.isEmpty && (outside.max() ?? 0) <= 8
      ),
      Claim(
        "\(Figure.percent(Double(within) / Double(max(1, about.count)))) of the reactions they get "
          + "come from the ring.",
        holds: within * 10 >= about.count * 9
      ),
      Claim(
        "By reactions received the lowest of them is \(Figure.rank(worst ?? 0)) of "
          + "\(village.people.count).",
        holds: (worst ?? .max) * 25 <= village.people.count
      ),
    ]
  }
}
