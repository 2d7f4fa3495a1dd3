import Graph
import Metrics
import TestSupport
import Testing
import Values

/// What kinds of message people write.
struct MessageTests {
  /// A post of each kind by a, some with something on them.
  private static func graph(_ adding: (inout GraphBuilder, [UInt32]) -> Void) -> Graph {
    var builder = GraphBuilder(extending: Graph(literal: "a b"))
    let kinds: [String?] = [nil, "picture", "link", "thread"]
    let posts = kinds.indices.map { builder.post("p\($0)") }
    for (post, kind) in zip(posts, kinds) {
      let number = kind.map { builder.postKind($0) } ?? nobody
      builder.add([Posts.Post(id: post, author: 0, kind: number)])
    }
    adding(&builder, posts)
    return builder.frozen()
  }

  private static func parts(of graph: Graph) throws -> [String: Double] {
    let measured = try StyleMix().evaluate(
      on: graph,
      with: MetricArguments(),
      watchedBy: .unwatched
    )
    return Dictionary(uniqueKeysWithValues: measured.companions.map { ($0.name, $0.values[0]) })
  }

  @Test func `a post is what the file says it is`() throws {
    let parts = try Self.parts(of: Self.graph { _, _ in })
    #expect(
      parts == [
        "plain": 0.5, "pictures": 0.25, "links": 0.25, "mentions": 0, "replies": 0, "shares": 0,
        "messages": 4,
      ]
    )
  }

  @Test func `a picture that answers is a reply, and one that mentions a mention`() throws {
    let graph = Self.graph { builder, posts in
      let answer = Posts.Post(
        id: builder.post("answer"),
        author: 0,
        parent: posts[0],
        kind: builder.postKind("picture")
      )
      builder.add([answer])
      let mention = builder.interactionKind("mention")
      builder.add([Interactions.Event(source: 0, target: 1, kind: mention, post: posts[1])])
    }
    let parts = try Self.parts(of: graph)
    #expect(parts["replies"] == 0.2 && parts["mentions"] == 0.2 && parts["pictures"] == 0)
    #expect(parts["messages"] == 5)
  }

  @Test func `a share that bears the id of a post is that post`() throws {
    let graph = Self.graph { builder, posts in
      for kind in ["mention", "share", "like"] {
        let number = builder.interactionKind(kind)
        builder.add([Interactions.Event(source: 0, target: 1, kind: number, id: posts[2])])
      }
      // Somebody else's post is another message.
      let share = builder.interactionKind("share")
      builder.add([Interactions.Event(source: 1, target: 0, kind: share, id: posts[2])])
    }
    let parts = try Self.parts(of: graph)
    #expect(parts["shares"] == 0.25 && parts["links"] == 0 && parts["messages"] == 4)
  }

  @Test func `parts sum to one and give the mix`() throws {
    for graph in LawTests.graphs {
      let measured = try StyleMix().evaluate(
        on: graph,
        with: MetricArguments(),
        watchedBy: .unwatched
      )
      for person in 0..<graph.personCount {
        let parts = measured.companions.prefix(6).map { $0.values[person] }
        let posts = graph.posts.posts.count { $0.author == person }
        let others = graph.interactions.events.count {
          $0.source == person && graph.interactions.kinds[$0.kind] != "like"
        }
        #expect(measured["messages"]?.values[person] == Double(posts + others))
        #expect(measured.values[person].isNaN == (posts + others == 0))
        guard posts + others > 0 else { continue }
        #expect(abs(parts.reduce(0, +) - 1) < 1e-12)
        // One kind alone is no mix; several are more than none and less than all alike.
        let kinds = parts.count { $0 > 0 }
        #expect((measured.values[person] > 1e-12) == (kinds > 1))
      }
    }
  }
}
