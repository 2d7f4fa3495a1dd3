import Graph
import Query
import TestSupport
import Values

extension Graph {
  /// The graph with columns over its people: values in the order of the people.
  func adding(_ columns: [(name: String, cells: Attribute.Cells)]) -> Graph {
    var builder = GraphBuilder(extending: self)
    for column in columns { builder.add(Attribute(name: column.name, cells: column.cells)) }
    return builder.frozen()
  }

  /// The eight people with attributes of every kind, some of them missing.
  static let eightWithAttributes = Graph.eightPeople.adding([
    ("role", .texts(["teacher", "star", "buyer", "fan", "fan", "student", nil, "brand"])),
    ("country", .texts(["IN", "US", "NL", "NL", "BE", nil, "NL", "US"])),
    ("age", .numbers([34, 28, 51, 19, 17, .nan, 40, .nan])),
    ("customer", .flags([false, false, true, false, nil, true, false, nil])),
    ("bot", .flags([false, false, false, false, false, false, true, false])),
    (
      "joined",
      .instants([
        day(2020, 1, 31), day(2020, 2, 1), day(2020, 2, 29), day(2021, 3, 1), nil,
        day(2020, 2, 15), day(2019, 12, 31), nil,
      ])
    ),
  ])

  /// Eight people with posts: p4 is undated and answers p1, p5 answers p3.
  ///
  /// Cal and fay share p1, bea shares p2, dan shares p3; ada mentions bea in p2.
  static let eightWithPosts = Graph(
    literal: """
      ada bea cal dan eve fay gus hal ada>hal:0.7 cal>hal:0.8 ada~yoga \
      bea~pop dan~pop eve~pop gus~pop
      """
  ).addingPosts(
    "p1 ada 0 yoga; p2 ada 2 yoga pop; p3 bea 4 pop; p4 cal - < p1; p5 bea 6 yoga < p3",
    "cal share ada p1; fay share ada p1; bea share ada p2; dan share bea p3; ada mention bea p2; "
      + "cal reply ada p4; ada share hal p1"
  )

  /// The graph with posts, `id author day topics < parent`, and with interactions on posts, `who what
  /// whom post`.
  func addingPosts(_ posts: String, _ events: String) -> Graph {
    var builder = GraphBuilder(extending: self)
    for line in posts.split(separator: ";") {
      let sides = line.split(separator: "<").map { $0.split(separator: " ").map(String.init) }
      var post = Posts.Post(id: builder.post(sides[0][0]), author: builder.person(sides[0][1]))
      post.time = Int(sides[0][2]).map(Graph.day)
      post.topics = sides[0].dropFirst(3).map { builder.topic($0) }
      if sides.count > 1 { post.parent = builder.post(sides[1][0]) }
      builder.add([post])
    }
    for line in events.split(separator: ";") {
      let words = line.split(separator: " ").map(String.init)
      builder.add([
        Interactions.Event(
          source: builder.person(words[0]),
          target: builder.person(words[2]),
          kind: builder.interactionKind(words[1]),
          post: builder.post(words[3])
        )
      ])
    }
    return builder.frozen()
  }

  /// A graph on which the grammar's example lines have an answer.
  static let examples: Graph = Graph(
    literal: """
      ann bob acme bea cal dan eve rival \
      ann>acme:0.9 bob>acme:0.4 bob>ann:0.7 cal>ann:0.8 dan>ann cal>bob:0.3 dan>bob eve>bea:0.6 \
      ann>bea:0.2 cal>bea:0.5 bea>cal acme>cal:1 \
      ann~yoga:1 bob~yoga:0.7 cal~yoga:0.6 dan~pop:0.9 eve~pop:0.8 cal~pop:0.5 \
      bea~meditation:0.9 eve~yoga:0.4 \
      ann@mention@bob cal@mention@bob dan@mention@acme bea@mention@rival bea@share@ann \
      bob@reply@cal
      """
  ).adding([
    ("name", .texts(["Ann Lee", "Bob", "Acme", "Bea", nil, "Dan", "Eve", nil])),
    ("role", .texts(["fan", "star", "brand", nil, "fan", "fan", "buyer", "brand"])),
    ("country", .texts(["NL", "BE", "NL", "US", nil, "NO", "NL", nil])),
    ("customer", .flags([true, true, false, nil, true, false, true, false])),
    ("bot", .flags([false, false, false, false, true, nil, true, false])),
    ("followers", .numbers([3, 2, 2, 3, 2, 0, 0, 1])),
    ("price", .numbers([900, 2000, .nan, 4000, 300, .nan, 100, 50])),
  ]).addingPosts("p1 ann 20500 yoga; p2 bob 20501 pop < p1", "ann mention acme p1")
    .addingDatedMentions()

  /// The graph with mentions in 2026.
  private func addingDatedMentions() -> Graph {
    var builder = GraphBuilder(extending: self)
    let mention = builder.interactionKind("mention")
    builder.add([
      Interactions.Event(source: 3, target: 2, kind: mention, time: Self.day(2026, 1, 5)),
      Interactions.Event(source: 4, target: 2, kind: mention, time: Self.day(2026, 3, 1)),
      Interactions.Event(source: 0, target: 7, kind: mention, time: Self.day(2026, 3, 9)),
    ])
    return builder.frozen()
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Instant? {
    Instant(year: year, month: month, day: day)
  }
}
