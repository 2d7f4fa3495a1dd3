/// Somebody at home in two communities that hardly know each other.
struct Broker: PlantedTruth {
  /// The broker.
  static let handle = "nadia"

  let title = "@nadia, the broker"
  let reason = "Middling by followers, and the way from the chess players to the gardeners."

  func cast(_ village: inout Village) {
    var nadia = Person(
      handle: Self.handle,
      name: "Nadia Saleh",
      role: "gardener",
      country: "EG",
      age: "35-44",
      joined: -1_100,
      price: 180,
      home: .gardening
    )
    nadia.leaning = Leaning(credibility: 65, liveliness: 1.5)
    village.admit(nadia)
  }

  func interest(_ village: inout Village) {
    guard let nadia = village[Self.handle] else { return }
    village.settle(nadia, on: [(.gardening, 92), (.chess, 90)])
  }

  func tie(_ village: inout Village) {
    guard let nadia = village[Self.handle] else { return }
    var random = village.random("broker ties")
    let before = village
    for (topic, count) in [(Topic.chess, 40), (.gardening, 55)] {
      village.gather(count, around: nadia, &random) { before.people[$0].home == topic }
    }
    village.followBack(nadia, 85, &random)
  }

  func write(_ village: inout Village) {
    guard let nadia = village[Self.handle] else { return }
    var random = village.random("broker posts")
    village.write(18, by: nadia, about: .gardening, &random)
    village.write(18, by: nadia, about: .chess, &random)
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    let nadia = try village.person(Self.handle)
    let chess = village.everybody.filter { $0 != nadia && village.leading($0) == .chess }
    let gardening = village.everybody.filter { $0 != nadia && village.leading($0) == .gardening }
    let between = village.betweenness(from: chess, to: gardening)
    let next = village.everybody.filter { $0 != nadia }.max { between[$0] < between[$1] } ?? nadia
    let pairs = Double(chess.count * gardening.count)
    return [
      Claim(
        "\(village.follows.followers[nadia].count) followers, "
          + "\(Figure.rank(village.rankByFollowers(nadia))) by followers.",
        holds: village.rankByFollowers(nadia) > 10
      ),
      Claim(
        "Of the shortest ways along follows from a chess player to a gardener "
          + "\(Figure.percent(between[nadia] / pairs)) run through her; next is "
          + "@\(village.people[next].handle) with \(Figure.percent(between[next] / pairs)).",
        holds: between[nadia] > 2 * between[next]
      ),
    ]
  }
}

extension Village {
  /// For each person, how many pairs of a source and a target they lie between.
  ///
  /// Shortest ways along follows count, each pair shared among its ways; Brandes (2001), kept to
  /// pairs that matter. Complexity: O(sources x follows).
  func betweenness(from sources: [Int], to targets: [Int]) -> [Double] {
    var isTarget = Array(repeating: false, count: people.count)
    for target in targets { isTarget[target] = true }
    var between = Array(repeating: 0.0, count: people.count)
    for source in sources {
      let (order, distance, ways) = waysOut(of: source)
      var credit = Array(repeating: 0.0, count: people.count)
      for person in order.reversed() where person != source {
        between[person] += credit[person]
        let owed = (credit[person] + (isTarget[person] ? 1 : 0)) / ways[person]
        for tie in follows.followers[person] where distance[tie.person] >= 0 {
          if distance[tie.person] == distance[person] - 1 {
            credit[tie.person] += ways[tie.person] * owed
          }
        }
      }
    }
    return between
  }

  /// The people within reach, nearest first, with the distance of each (-1: none) and the number of
  /// shortest ways to them.
  private func waysOut(of source: Int) -> (order: [Int], distance: [Int], ways: [Double]) {
    var distance = Array(repeating: -1, count: people.count)
    var ways = Array(repeating: 0.0, count: people.count)
    var order = [source]
    distance[source] = 0
    ways[source] = 1
    var next = 0
    while next < order.count {
      let person = order[next]
      next += 1
      for tie in follows.following[person] {
        if distance[tie.person] < 0 {
          distance[tie.person] = distance[person] + 1
          order.append(tie.person)
        }
        if distance[tie.person] == distance[person] + 1 { ways[tie.person] += ways[person] }
      }
    }
    return (order, distance, ways)
  }
}
