/// What a column of a file can be to us.
enum Role: String, Sendable, Hashable, CaseIterable {
  case source, target, weight, time
  case person, topic, count
  case kind, post, author, parent
  case value, brand, through
  case id, sentiment
  case handle, alias
  /// A column over people.
  case attribute
  /// The row as a whole, for messages.
  case row
}

/// One role a thing has: the words people may write for it, and the headers it goes by.
struct RoleCard: Sendable {
  /// The role.
  let role: Role
  /// Our words for it, the one to propose first.
  let words: [String]
  /// The headers that are taken for it unasked, likeliest first; lower case, letters and digits.
  let headers: [String]
  /// Whether nothing can be loaded without it.
  let isRequired: Bool

  /// One role of a thing.
  init(_ role: Role, _ words: [String], headers: [String], isRequired: Bool = false) {
    self.role = role
    self.words = words
    self.headers = headers
    self.isRequired = isRequired
  }
}

extension String {
  /// The name as headers are compared: lower case, without `_`, `-`, `.`, spaces and a `:TYPE`.
  var plainHeader: String {
    let named = prefix { $0 != ":" }
    return (named.isEmpty ? self[...] : named).lowercased().filter { !"_-. ".contains($0) }
  }
}

extension LoadRequest.Thing {
  /// The roles its rows have, required ones first.
  var cards: [RoleCard] {
    switch self {
    case .people: [.handle]
    case .aliases:
      [.handle, RoleCard(.alias, ["alias"], headers: Headers.alias, isRequired: true)]
    case .follows:
      [
        .source(called: ["follower", "source"]), .target(called: ["followed", "target"]), .time,
        RoleCard(.weight, ["trust"], headers: []),
      ]
    case .trust:
      [
        .source(called: ["truster", "source"]), .target(called: ["trusted", "target"]),
        .weight(called: ["weight", "trust"]), .time,
      ]
    case .relation:
      [
        .source(called: ["source"]), .target(called: ["target"]), .weight(called: ["weight"]),
        .time,
      ]
    case .topics:
      [
        RoleCard(.topic, ["topic"], headers: Headers.subtopic, isRequired: true),
        RoleCard(.parent, ["parent"], headers: Headers.supertopic, isRequired: true),
      ]
    case .interests:
      [
        .person, .topic(isRequired: true),
        RoleCard(.weight, ["weight", "interest"], headers: Headers.interest),
        RoleCard(.count, ["count"], headers: Headers.count),
      ]
    case .vouches:
      [
        RoleCard(.source, ["source", "voucher"], headers: Headers.voucher, isRequired: true),
        RoleCard(.target, ["target", "vouched"], headers: Headers.vouched, isRequired: true),
        .topic(isRequired: true), .time,
      ]
    case .interactions:
      [
        .source(called: ["source"]), .target(called: ["target"]), .kind, .time, .post(false),
        RoleCard(.id, ["id"], headers: Headers.id),
        RoleCard(.sentiment, ["sentiment"], headers: Headers.sentiment),
      ]
    case .interaction: LoadRequest.Thing.interactions.cards.filter { $0.role != .kind }
    case .posts:
      [
        .post(true), RoleCard(.author, ["author"], headers: Headers.author, isRequired: true),
        .time, .topic(isRequired: false), RoleCard(.parent, ["parent"], headers: Headers.parent),
        RoleCard(.kind, ["kind"], headers: Headers.kind),
      ]
    case .actions:
      [
        .person, .kind, .time,
        RoleCard(.value, ["value"], headers: Headers.value),
        RoleCard(.brand, ["brand"], headers: Headers.brand), .post(false),
        RoleCard(.through, ["through"], headers: Headers.through),
      ]
    case .action: LoadRequest.Thing.actions.cards.filter { $0.role != .kind }
    }
  }

  /// Whether brackets may say what a kind is called in the file: `share = "RT"`.
  var translatesKinds: Bool { self == .interactions || self == .actions }
}

extension RoleCard {
  fileprivate static let handle = RoleCard(
    .handle,
    ["handle", "person"],
    headers: Headers.handle,
    isRequired: true
  )
  fileprivate static let person = RoleCard(
    .person,
    ["person"],
    headers: Headers.person,
    isRequired: true
  )
  fileprivate static let kind = RoleCard(
    .kind,
    ["kind"],
    headers: Headers.kind,
    isRequired: true
  )
  fileprivate static let time = RoleCard(.time, ["time"], headers: Headers.time)

  fileprivate static func source(called words: [String]) -> RoleCard {
    RoleCard(.source, words, headers: Headers.source, isRequired: true)
  }

  fileprivate static func target(called words: [String]) -> RoleCard {
    RoleCard(.target, words, headers: Headers.target, isRequired: true)
  }

  fileprivate static func weight(called words: [String]) -> RoleCard {
    RoleCard(.weight, words, headers: Headers.weight)
  }

  fileprivate static func topic(isRequired: Bool) -> RoleCard {
    RoleCard(.topic, ["topic"], headers: Headers.topic, isRequired: isRequired)
  }

  fileprivate static func post(_ isRequired: Bool) -> RoleCard {
    RoleCard(
      .post,
      ["post"],
      headers: Headers.post + (isRequired ? ["id"] : []),
      isRequired: isRequired
    )
  }
}

/// The usual names of columns, as `plainHeader` writes them, likeliest first.
enum Headers {
  /// Who does it, in ties and interactions.
  static let source = [
    "source", "from", "follower", "truster", "rater", "sourceid", "fromid", "fromnodeid",
    "fromnode", "src", "followerid", "trusterid", "raterid", "actor", "sender", "evaluator",
    "voter", "user", "userid", "person", "personid", "author", "authorid", "username",
    "user1", "usera", "person1", "node1", "id1", "u", "a", "ego", "fan",
  ]
  /// To whom.
  static let target = [
    "target", "to", "followed", "followee", "trusted", "trustee", "ratee", "targetid", "toid",
    "tonodeid", "tonode", "dst", "dest", "destination", "followedid", "followeeid", "trustedid",
    "trusteeid", "rateeid", "following", "friend", "friendid", "recipient", "receiver",
    "mentioned", "contact", "evaluated", "user2", "userb", "person2", "node2", "id2", "v", "b",
    "alter", "personid", "userid", "person", "user", "username",
  ]
  /// Who stands up for somebody.
  static let voucher = ["voucher", "voucherid", "endorser", "endorserid", "giver"] + source
  /// Whom somebody stands up for.
  static let vouched =
    ["vouched", "vouchedid", "vouchedfor", "vouchee", "endorsed", "endorsee", "endorseeid"] + target
  /// How strong a tie is.
  static let weight = [
    "weight", "trust", "rating", "score", "strength", "value", "grade", "level", "w", "feature",
  ]
  /// When.
  static let time = [
    "time", "timestamp", "datetime", "date", "since", "created", "createdat", "creationdate",
    "createddate", "when", "unixtime", "epoch", "at",
  ]
  /// Who, in interests and actions.
  static let person = [
    "person", "personid", "user", "userid", "handle", "username", "screenname", "customer",
    "customerid", "visitor", "author", "source", "login",
  ]
  /// Who a row of people is about.
  static let handle = [
    "handle", "person", "personid", "user", "userid", "username", "screenname", "login", "id",
    "nodeid", "node", "name",
  ]
  /// What else a person is called.
  static let alias = [
    "alias", "aliases", "aka", "sameas", "otherid", "otherhandle", "otherusername", "email",
    "emailaddress", "mail",
  ]
  /// What about.
  static let topic = [
    "topic", "topics", "topicid", "category", "categoryid", "categories", "tag", "tagid", "tags",
    "hashtag", "hashtags", "artist", "artistid", "subject", "genre",
  ]
  /// What is a part of something.
  static let subtopic = topic + ["subtopic", "subcategory", "child", "name", "id"]
  /// What something is a part of.
  static let supertopic = [
    "parent", "parenttopic", "parenttopicid", "parentcategory", "parentcategoryid", "parenttag",
    "parentid", "parentname", "supertopic", "broader", "partof",
  ]
  /// How interested.
  static let interest = ["weight", "interest", "score", "strength"]
  /// How often.
  static let count = ["count", "plays", "playcount", "listens", "touches", "frequency", "n"]
  /// What was done.
  static let kind = ["kind", "type", "action", "interaction", "event", "eventtype", "verb"]
  /// On which post.
  static let post = [
    "post", "postid", "tweet", "tweetid", "message", "messageid", "status", "statusid",
  ]
  /// Who wrote it.
  static let author = [
    "author", "authorid", "person", "personid", "user", "userid", "creator", "handle",
    "username", "screenname", "source",
  ]
  /// What it answers.
  static let parent = [
    "parent", "parentid", "inreplyto", "inreplytostatusid", "inreplytoid", "replyto", "replyof",
  ]
  /// By what an interaction is answered.
  static let id = ["id", "interaction", "interactionid", "eventid"]
  /// How kind it was.
  static let sentiment = ["sentiment", "polarity"]
  /// What it was worth.
  static let value = ["value", "revenue", "amount", "price", "worth", "total"]
  /// For which brand.
  static let brand = ["brand", "brandid", "company", "advertiser", "merchant", "target"]
  /// Because of whom.
  static let through = ["through", "via", "referrer", "referredby", "influencer"]
}
