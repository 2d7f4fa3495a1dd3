/// What the village talks about; each person is at home in one of them.
enum Topic: Int, CaseIterable {
  case yoga, meditation, pop, football, cooking, travel
  case books, gardening, photography, chess, running, coffee

  /// The topic as the files write it.
  var name: String { "\(self)" }

  /// How many ordinary people are at home here.
  var inhabitants: Int {
    switch self {
    case .yoga: 180
    case .meditation: 70
    case .pop: 300
    case .football: 250
    case .cooking: 210
    case .travel: 190
    case .books: 160
    case .gardening: 110
    case .photography: 120
    case .chess: 58
    case .running: 140
    case .coffee: 90
    }
  }

  /// What people at home here often like as well.
  var kindred: [Topic] {
    switch self {
    case .yoga: [.meditation, .running, .cooking]
    case .meditation: [.yoga, .books]
    case .pop: [.football, .travel]
    case .football: [.pop, .running]
    case .cooking: [.coffee, .travel]
    case .travel: [.photography, .cooking]
    case .books: [.coffee, .meditation]
    case .gardening: [.cooking, .photography]
    case .photography: [.travel, .coffee]
    case .chess: [.books, .coffee]
    case .running: [.football, .yoga]
    case .coffee: [.books, .cooking]
    }
  }

  /// What ordinary people at home here are called in the `role` column, likeliest first.
  var roles: [String] {
    switch self {
    case .yoga: ["yoga student", "yoga student", "yoga student", "yoga teacher"]
    case .meditation: ["meditator", "meditator", "retreat host"]
    case .pop: ["pop fan", "pop fan", "pop fan", "singer"]
    case .football: ["football fan", "football fan", "player", "coach"]
    case .cooking: ["home cook", "home cook", "chef"]
    case .travel: ["traveller", "traveller", "travel writer"]
    case .books: ["reader", "reader", "bookseller", "writer"]
    case .gardening: ["gardener", "gardener", "florist"]
    case .photography: ["photographer", "photographer", "printer"]
    case .chess: ["chess player", "chess player", "chess coach"]
    case .running: ["runner", "runner", "running coach"]
    case .coffee: ["coffee drinker", "coffee drinker", "barista"]
    }
  }

  /// The topic of that name.
  init?(named name: Substring) {
    guard let topic = Topic.allCases.first(where: { $0.name == name }) else { return nil }
    self = topic
  }
}
