package import Graph
package import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How many kinds of message somebody writes, after Twtrland's pie of a poster's style.
package struct StyleMix: Metric {
  package let card = MetricCard(
    name: "style mix",
    summary: "how mixed the messages are: 0 all of one kind, ln 6 all six alike",
    formula: "H(v) = -sum of p ln p over plain, reply, picture, link, mention, share",
    meaning: """
      Each message is of one kind, the first that fits of share, reply, mention, link, picture, \
      plain. Posts, shares, replies and mentions are messages; a like is none. A post is a reply \
      where it answers another, a mention where a mention is on it, and a picture or a link where \
      files say so. The parts beside it sum to 1.
      """,
    unit: .plain,
    source: "Twtrland 2011-2015, pie chart of six kinds; the order of kinds is unpublished",
    claim: .reconstruction,
    accepts: [.in],
    companions: MessageStyle.allCases.map { MetricCard.Companion($0.plural, $0.summary) }
      + [MetricCard.Companion("messages", "how many messages it rests on")],
    laws: [.liesIn(0...1.791_759_5), .unchangedByRelabelling],
    examples: [
      MetricExample(
        "two plain posts of b, a share and a mention: the parts are 1/2, 1/4, 1/4",
        graph: "b^ b^ b@share@a b@mention@c a@like@b",
        expect: ["a": .nan, "b": 1.0397]
      )
    ],
    triedWords: ["style", "posting style", "kinds of posts", "message mix"]
  )

  /// The metric.
  package init() {}

  package func compute(
    on graph: Graph,
    with arguments: MetricArguments,
    watchedBy monitor: WorkMonitor
  ) throws(MetricError) -> Measured {
    let view = arguments.topic.map { graph.viewed(in: Scope(topic: $0), reading: []) } ?? graph
    let tally = try MessageTally(in: view, watchedBy: monitor)
    let messages = tally.counts.map { Double($0.wrappedSum()) }
    let parts = MessageStyle.allCases.map { style in
      zip(tally.counts, messages).map { Double($0[style.rawValue]) / $1 }
    }
    var mixes = messages.map { $0 > 0 ? 0 : Double.nan }
    for part in parts {
      for (person, share) in part.enumerated() where share > 0 {
        mixes[person] -= share * log(share)
      }
    }
    let shares = zip(MessageStyle.allCases, parts).map { style, part in
      Measured.Companion(style.plural, unit: .share, values: part)
    }
    return Measured(
      values: mixes,
      companions: shares + [
        Measured.Companion("messages", unit: .count(of: "messages"), values: messages)
      ],
      missingReason: "no messages",
      basis: "messages"
    )
  }
}

/// What kind of message somebody wrote; where several fit, the last of these that does.
private enum MessageStyle: Int, CaseIterable, Sendable {
  case plain, picture, link, mention, reply, share

  /// The name of many of them.
  var plural: String {
    switch self {
    case .plain: "plain"
    case .picture: "pictures"
    case .link: "links"
    case .mention: "mentions"
    case .reply: "replies"
    case .share: "shares"
    }
  }

  /// What part of the messages it names.
  var summary: String {
    switch self {
    case .plain: "what part of the messages is nothing but text"
    case .picture: "what part is a picture"
    case .link: "what part is a link"
    case .mention: "what part mentions somebody"
    case .reply: "what part answers somebody"
    case .share: "what part passes on what somebody wrote"
    }
  }

  /// The style that files mean by the kind of a post or of an interaction; nil for any other word.
  init?(kind: String) {
    switch kind {
    case "picture", "photo", "image": self = .picture
    case "link": self = .link
    case "mention": self = .mention
    case "reply": self = .reply
    case "share": self = .share
    default: return nil
    }
  }
}

/// How many messages of each style people wrote.
///
/// A post is a message, and so are a share, a reply and a mention; where one of these bears the id
/// of a post of the same person, or a mention is on a post of theirs, it is that post.
private struct MessageTally: Sendable {
  /// By person, the messages of each style in the place of its raw value.
  private(set) var counts: [SIMD8<UInt32>]

  private struct Message {
    let author: PersonID
    var style: MessageStyle
  }

  /// Counts the messages that are seen; throws `postsNotLoaded`, `cancelled`.
  ///
  /// Complexity: O(posts + events).
  init(in graph: Graph, watchedBy monitor: WorkMonitor) throws(MetricError) {
    guard graph.posts.posts.isLoaded else { throw .postsNotLoaded }
    counts = Array(repeating: SIMD8(), count: graph.personCount)
    var messages: [Message] = []
    var places = [UInt32](repeating: nobody, count: graph.postNameCount)
    let postStyles = Self.styles(of: graph.posts.kinds)
    for post in graph.posts.posts {
      let kind = post.kind == nobody ? nil : postStyles[Int(post.kind)]
      let answer: MessageStyle = post.parent == nobody ? .plain : .reply
      places[Int(post.id)] = UInt32(messages.count)
      messages.append(Message(author: post.author, style: max(kind ?? .plain, answer)))
    }
    let styles = Self.styles(of: graph.interactions.kinds)
    for (number, event) in graph.interactions.events.enumerated() {
      try monitor.pause(at: number)
      guard let style = styles[Int(event.kind)], style >= .mention else { continue }
      let named = [event.id, style == .mention ? event.post : nobody].lazy
        .filter { $0 != nobody }.map { places[Int($0)] }
      if let place = named.first(where: { $0 != nobody && messages[Int($0)].author == event.source }
      ) {
        messages[Int(place)].style = max(messages[Int(place)].style, style)
      } else {
        counts[Int(event.source)][style.rawValue] += 1
      }
    }
    for message in messages { counts[Int(message.author)][message.style.rawValue] += 1 }
  }

  /// The style each kind means.
  private static func styles(of kinds: NameTable) -> [MessageStyle?] {
    (0..<UInt32(kinds.count)).map { MessageStyle(kind: kinds[$0]) }
  }
}

extension MessageStyle: Comparable {
  static func < (left: MessageStyle, right: MessageStyle) -> Bool {
    left.rawValue < right.rawValue
  }
}
