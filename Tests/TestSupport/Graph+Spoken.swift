package import Graph
package import Syntax
import Values

extension Graph {
  /// A small graph in which the names of made sentences mean something, among them odd ones.
  package static let spoken: Graph = {
    var builder = GraphBuilder(
      extending: Graph(
        literal: """
          ann bob acme bea cal dan eve rival \
          ann>acme:0.9 bob>acme:0.4 bob>ann:0.7 cal>ann:0.8 dan>ann cal>bob:0.3 dan>bob \
          eve>bea:0.6 ann>bea:0.2 cal>bea:0.5 bea>cal acme>cal:1 \
          ann~yoga:1 bob~yoga:0.7 cal~yoga:0.6 dan~pop:0.9 eve~pop:0.8 cal~pop:0.5 eve~yoga:0.4 \
          ann@mention@bob cal@mention@bob bob@reply@cal bea@share@ann eve@like@ann dan@quote@bob
          """
      )
    )
    let lee = builder.person("Ann Lee")
    var follows = TieBuffer(weighted: false)
    follows.append(from: lee, to: 0)
    follows.append(from: 1, to: lee)
    _ = builder.add(follows, to: "follows")
    var interests = TieBuffer(weighted: true)
    interests.append(from: builder.topic("hot yoga"), to: lee, weight: 0.9)
    _ = builder.add(statedInterests: interests)
    for (kind, source, target, day) in [
      ("mention", 3, 2, 20_460), ("share", 1, 0, 20_480), ("like", 4, 0, 20_520),
      ("reply", 0, 1, 20_540), ("quote", 2, 1, 20_541),
    ] {
      let time = Graph.day(day)
      let post = builder.post("p\(day)")
      let author = UInt32(target)
      builder.add([
        Posts.Post(id: post, author: author, time: time, topics: [builder.topic("yoga")])
      ])
      builder.add([
        Interactions.Event(
          source: UInt32(source),
          target: author,
          kind: builder.interactionKind(kind),
          time: time,
          post: post
        )
      ])
    }
    builder.add(
      Attribute(
        name: "role",
        cells: .texts(["fan", "star", "brand", nil, "fan", "fan", "buyer", "brand", nil])
      )
    )
    builder.add(
      Attribute(name: "age", cells: .numbers([30, 41, .nan, 22, 19, 63, 35, .nan, 28]))
    )
    builder.add(
      Attribute(name: "column two", cells: .numbers([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    )
    for (name, every) in [("customer", 2), ("bot", 3)] {
      let flags = (0..<9).map { $0 == 8 ? nil : $0.isMultiple(of: every) }
      builder.add(Attribute(name: name, cells: .flags(flags)))
    }
    let joined = (0..<9).map { $0 == 3 ? nil : Graph.day(20_000 + 100 * $0) }
    builder.add(Attribute(name: "joined", cells: .instants(joined)))
    return builder.frozen()
  }()

  /// Names that `spoken` knows, for the open terminals; measures and functions besides.
  package static func spokenNames(
    measures: [String],
    functions: [String],
    settings: [String] = ["interest threshold"],
    parameters: [String] = ["damping"]
  ) -> [Terminal: [String]] {
    [
      .measureName: measures + ["role", "age", "joined", "customer", "fit"],
      .functionName: functions,
      .settingName: settings,
      .setName: ["customers", "bots", "fans"],
      .relationName: ["follows", "trust", "mentions"],
      .groupName: ["month", "role", "topic", "kind"],
      .parameterName: parameters,
      .columnName: ["follower", "weight", "scale"],
      .name: ["fans", "age", "\"column two\"", "fit"],
    ]
  }
}
