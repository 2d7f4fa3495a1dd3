/// Three shops: one that answers, one that never does, one in between.
struct Brands: PlantedTruth {
  /// The maker of yoga mats, which answers.
  static let lotus = "lotus"
  /// Its rival, a maker of running shoes and mats, which never answers.
  static let stride = "stride"
  /// A coffee house, which answers now and then.
  static let roast = "roast"

  let title = "The brands @lotus, @stride and @roast"
  let reason = "A mention lets a brand talk with its customers: one does, its rival never."

  private static let shops: [(handle: String, name: String, country: String, topic: Topic)] = [
    (lotus, "Lotus Mats", "NL", .yoga), (stride, "Stride", "US", .running),
    (roast, "Röast & Co", "SE", .coffee),
  ]

  /// Each brand's number and the topic its customers care about.
  static func topics(_ village: Village) -> [(brand: Int, topic: Topic)] {
    shops.compactMap { shop in village[shop.handle].map { ($0, shop.topic) } }
  }

  /// What one purchase at a brand costs, from the least to the most.
  static func prices(_ handle: String) -> ClosedRange<Int> {
    switch handle {
    case lotus: 28...89
    case stride: 60...140
    default: 8...30
    }
  }

  func cast(_ village: inout Village) {
    for shop in Self.shops {
      var brand = Person(
        handle: shop.handle,
        name: shop.name,
        role: "brand",
        country: shop.country,
        age: "",
        joined: -1_500,
        home: shop.topic
      )
      brand.nature = .brand
      village.admit(brand)
    }
  }

  func interest(_ village: inout Village) {
    for (brand, topic) in Self.topics(village) { village.settle(brand, on: [(topic, 100)]) }
  }

  func tie(_ village: inout Village) {
    var random = village.random("brand ties")
    let before = village
    for (brand, topic) in Self.topics(village) {
      village.gather(110, around: brand, &random) { before.isInterested($0, in: topic) }
      village.gather(60, around: brand, &random) { _ in true }
      village.followBack(brand, 25, &random)
    }
  }

  func trust(_ village: inout Village) {
    var random = village.random("brand trust")
    let ranges = [Self.lotus: 45...90, Self.stride: 15...60, Self.roast: 35...80]
    for (brand, _) in Self.topics(village) {
      let range = ranges[village.people[brand].handle, default: 20...60]
      village.earn({ _ in range }, for: brand, from: 0.5, &random)
    }
  }

  func write(_ village: inout Village) {
    var random = village.random("brand posts")
    for (brand, topic) in Self.topics(village) {
      village.write(50, by: brand, about: topic, &random)
    }
  }

  func react(_ village: inout Village) {
    var random = village.random("brand mentions")
    for (number, (brand, topic)) in Self.topics(village).enumerated() {
      let caring = village.ordinary.filter { village.isInterested($0, in: topic) }
      for _ in 0..<[150, 260, 110][number] {
        let source = random.pick(caring)
        let minute = village.moment(from: max(0, village.people[source].joined), &random)
        village.interactions.append(
          Interaction(
            minute: minute,
            source: source,
            kind: .mention,
            target: brand,
            subject: .none
          )
        )
      }
    }
  }

  func measure(_ village: Village) throws(NobodyThere) -> [Claim] {
    var claims: [Claim] = []
    let wanted = [Self.lotus: 0.75...1, Self.stride: 0...0, Self.roast: 0.25...0.6]
    for shop in Self.shops {
      let brand = try village.person(shop.handle)
      let answers = village.answers(of: brand)
      let share = Double(answers.hours.count) / Double(max(1, answers.asked))
      let median = answers.hours.isEmpty ? nil : answers.hours[answers.hours.count / 2]
      let pace = median.map { " within \(Figure.decimal($0, 1)) hours (median)" } ?? ""
      let bought = village.causes.filter { $0.brand == brand }
      claims.append(
        Claim(
          "@\(shop.handle): \(answers.asked) mentions and replies, \(Figure.percent(share)) "
            + "answered\(pace); \(bought.count) purchases worth "
            + "\(bought.reduce(0) { $0 + $1.value }).",
          holds: wanted[shop.handle]?.contains(share) == true && answers.asked > 100
            && bought.count > 50
        )
      )
    }
    return claims
  }
}
