/// One inhabitant: what `people.csv` says, and the leanings the generator draws from.
struct Person {
  /// What sort of account it is.
  enum Nature {
    case person, brand, bot
  }

  /// The unique plain-ASCII name, written without its `@`.
  var handle: String
  /// The name as displayed, in its own spelling.
  var name: String
  /// A few words, such as `yoga teacher`.
  var role: String
  /// A two-letter country code.
  var country: String
  /// An age group, such as `25-34`; blank for brands and bots.
  var age: String
  /// The day of joining; negative before the village's year.
  var joined: Int
  /// Person, brand or bot.
  var nature = Nature.person
  /// The fee for one post, for those who have one.
  var price: Int?
  /// The community of the topic the person is at home in; not written to the files.
  var home: Topic?
  /// How the person behaves; not written to the files.
  var leaning = Leaning.still
  /// Whether the person bought anything in the year.
  var isCustomer = false
}

/// How somebody behaves.
///
/// Planted people start `still`, so that only their own truth moves them.
struct Leaning {
  /// How likely they are to be followed, against others of their community.
  var appeal = 0.0
  /// How many people they follow of their own accord.
  var sociability = 0
  /// How many posts they write in the year of their own accord.
  var activity = 0
  /// How far those who have not said otherwise trust them, in hundredths.
  var credibility = 0
  /// How readily they react to what they see, where 1 is usual.
  var liveliness = 0.0
  /// Whether they buy again and again, whatever anybody posts.
  var isLoyal = false

  /// Nobody's leaning: follows, writes, earns and does nothing.
  static let still = Leaning()
}
