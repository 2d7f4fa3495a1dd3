import Graph
import Values

/// Takes rows that are posts: who wrote them, when, what about, and what they answer.
struct PostLoader: RowLoader {
  private let plan: LoadPlan
  private var people: NameIntake
  private var posts: [Posts.Post] = []
  private var indexOf: [UInt32: Int] = [:]
  private var repeats = 0
  private var first: (post: Posts.Post, id: String, topics: [String])?

  /// A loader by the plan.
  init(_ plan: LoadPlan, into graph: Graph) {
    self.plan = plan
    people = NameIntake(.people, of: graph)
  }

  mutating func take(
    _ row: inout RowScanner,
    into builder: inout GraphBuilder
  )
    throws(RowTrouble)
  {
    let moment = try row.time(plan[.time])
    guard let id = try row.name(plan[.post], .post)?.text else {
      throw RowTrouble(.missing, column: plan[.post], role: .post)
    }
    guard let author = try row.name(plan[.author], .author, sigil: UInt8(ascii: "@")) else {
      throw RowTrouble(.missing, column: plan[.author], role: .author)
    }
    let about = try row.name(plan[.topic], .topic)?.text ?? ""
    let parent = try row.name(plan[.parent], .parent)?.text
    let kind = try row.name(plan[.kind], .kind)?.text
    guard people.hasRoom(in: builder) else {
      throw RowTrouble(.noRoom, column: plan[.author], role: .author)
    }
    let topics = PostLoader.topics(in: about)
    var post = Posts.Post(
      id: builder.post(id),
      author: people.number(of: author, in: &builder),
      time: moment,
      topics: topics.map { builder.topic($0) }
    )
    if let parent { post.parent = builder.post(parent) }
    if let kind { post.kind = builder.postKind(kind.lowercased()) }
    if first == nil { first = (post, id, topics) }
    if let index = indexOf[post.id] {
      posts[index] = post
      repeats += 1
    } else {
      indexOf[post.id] = posts.count
      posts.append(post)
    }
  }

  /// The topics in one cell, each once, in their order: `yoga|pop`, `yoga; #pop`.
  static func topics(in cell: String) -> [String] {
    var topics: [String] = []
    for part in cell.split(whereSeparator: { "|;".contains($0) }) {
      var name = part.drop { $0 == " " }
      while name.last == " " { name.removeLast() }
      if name.first == "#", name.count > 1 { name.removeFirst() }
      if !name.isEmpty, !topics.contains(String(name)) { topics.append(String(name)) }
    }
    return topics
  }

  func peopleNamed(in builder: borrowing GraphBuilder) -> Int {
    people.namedCount(of: builder.personCount)
  }

  mutating func finish(
    _ builder: inout GraphBuilder,
    _ report: inout LoadReport
  )
    throws(ImportError)
  {
    report.add("posts", posts.count, evenZero: true)
    report.add("duplicates dropped", repeats)
    if let (post, id, topics) = first {
      let author = LoadLine.person(builder.handle(of: post.author))
      let about = topics.map { LoadLine.topic($0) }.joined(separator: ", ")
      report.sentence =
        "\(author) posted \(id)" + (post.time.map { " on \($0)" } ?? "")
        + (about.isEmpty ? "" : " about \(about)")
    }
    builder.add(posts)
  }
}
