import Graph
import Query
import Syntax
import Values

/// Posts as rows.
struct PostRows: RowSource {
  /// The graph they are in.
  let graph: Graph
  /// The posts asked for.
  let posts: [Posts.Post]

  var noun: String { "posts" }
  var columnNames: [String] { RowColumns.posts.map(\.name) }
  var total: Int { graph.posts.posts.count }

  func batches(
    of size: Int,
    _ take: ([Posts.Post]) throws(EvaluationError) -> Void
  ) throws(EvaluationError) {
    try take(posts)
  }

  func column(_ name: String, of rows: [Posts.Post]) -> Column {
    switch name {
    case "post": Column(name, cells: .texts(rows.map { graph.postNames[$0.id] }))
    case "author": Column(name, cells: .people(rows.map(\.author), graph.people))
    case "time": Column(name, cells: .instants(rows.map(\.time)), missingReason: "not dated")
    case "topics":
      Column(name, cells: .texts(rows.map(topics)), missingReason: "about no topic")
    default:
      Column(
        name,
        cells: .texts(rows.map { $0.parent == nobody ? nil : graph.postNames[$0.parent] }),
        missingReason: "no answer"
      )
    }
  }

  /// By time, undated ones last, then by id.
  func ordered(_ places: [Int], of rows: [Posts.Post], first count: Int) -> [Int] {
    let keyed = places.map { place in
      let post = rows[place]
      return (time: post.time?.microseconds ?? .max, name: graph.postNames[post.id], place: place)
    }
    return keyed.sorted { ($0.time, $0.name) < ($1.time, $1.name) }.map(\.place)
  }

  private func topics(of post: Posts.Post) -> String? {
    guard !post.topics.isEmpty else { return nil }
    return post.topics.map { graph.topics[$0] }.joined(separator: ", ")
  }
}

extension Evaluator {
  /// The posts that meet all of some filters, in the order of time.
  ///
  /// A post answers, mentions or shares somebody where an interaction of its author with them names
  /// it; it replies to the author of the post it answers besides. Complexity: O(posts +
  /// interactions) for each set named.
  mutating func posts(
    meeting filters: [BoundPostFilter]
  ) throws(EvaluationError) -> [Posts.Post] {
    var posts = Array(graph.posts.posts)
    for filter in filters {
      switch filter {
      case .by(let sets):
        let authors = try people(.union(sets))
        posts.removeAll { !authors.contains($0.author) }
      case .about(let topics, let all):
        let wanted = topics.map(\.id)
        posts.removeAll { post in
          !(all
            ? wanted.allSatisfy { graph.isAbout(post, $0) }
            : wanted.contains { graph.isAbout(post, $0) })
        }
      case .that(let act, let sets, let all):
        var tests: [PostDoings] = []
        for set in sets { tests.append(PostDoings(act, to: try people(set), in: graph)) }
        posts.removeAll { post in
          !(all ? tests.allSatisfy { $0.contains(post) } : tests.contains { $0.contains(post) })
        }
      }
    }
    return posts
  }
}

/// What authors did to some people, by the post they did it with.
private struct PostDoings {
  private var byAuthor: Set<UInt64> = []
  private var answered: Set<UInt32> = []

  init(_ act: Act, to people: PersonSet, in graph: Graph) {
    let word = act == .reply ? "reply" : act.rawValue
    let kind = graph.interactions.kinds.number(of: word)
    for event in graph.interactions.events
    where event.kind == kind && event.post != nobody && people.contains(event.target) {
      byAuthor.insert(PostDoings.key(event.source, event.post))
    }
    guard act == .reply else { return }
    for post in graph.posts.posts where people.contains(post.author) { answered.insert(post.id) }
  }

  func contains(_ post: Posts.Post) -> Bool {
    byAuthor.contains(PostDoings.key(post.author, post.id)) || answered.contains(post.parent)
  }

  private static func key(_ person: PersonID, _ post: UInt32) -> UInt64 {
    UInt64(person) << 32 | UInt64(post)
  }
}
