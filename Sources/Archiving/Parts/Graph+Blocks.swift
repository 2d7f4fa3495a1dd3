import Graph

extension Graph {
  /// Adds all parts of the graph.
  ///
  /// A part of a graph is kept by a line here, a line in `init(of:)`, its name in `GraphParts`, and
  /// how it is cut into blocks in a file beside this one. A change to any block is a new version of
  /// the format; a block that only graphs with something more have is none, for files without it are
  /// read as before.
  func write(to writer: inout BlockWriter) {
    people.write(to: &writer, as: "people")
    attributes.write(to: &writer, as: "attribute")
    relations.write(to: &writer, as: "relation")
    topics.write(to: &writer, as: "topics")
    topicForest.write(to: &writer, as: "topics.parents")
    interests.write(to: &writer, as: "interests")
    postNames.write(to: &writer, as: "posts.names")
    interactions.write(to: &writer, as: "interactions")
    posts.write(to: &writer, as: "posts")
    actions.write(to: &writer, as: "actions")
    vouches.write(to: &writer, as: "vouches")
  }

  /// The graph whose parts were added; they come when they are asked for.
  init(of store: SnapshotStore) throws(SnapshotError) {
    let sizes = GraphSizes(
      people: try store.table.pieces(of: "people.starts"),
      topics: try store.table.pieces(of: "topics.starts"),
      postNames: try store.table.pieces(of: "posts.names.starts")
    )
    self.init(
      people: store.deferred("people", sizes.people) { reader throws(SnapshotError) in
        try PersonNames(from: &reader, as: "people", of: store)
      },
      attributes: try [Attribute](of: store, as: "attribute", people: sizes.people),
      relations: try Relations(of: store, as: "relation", people: sizes.people),
      topics: store.names("topics", sizes.topics),
      topicForest: store.forest("topics.parents", topics: sizes.topics),
      interests: try Interests(
        of: store,
        as: "interests",
        topics: sizes.topics,
        people: sizes.people
      ),
      postNames: store.names("posts.names", sizes.postNames),
      interactions: try Interactions(of: store, as: "interactions", among: sizes),
      posts: try Posts(of: store, as: "posts", among: sizes),
      actions: try Actions(of: store, as: "actions", among: sizes),
      vouches: try Vouches(of: store, as: "vouches", among: sizes),
      reportingTo: store.damage
    )
  }
}

extension SnapshotStore {
  fileprivate func names(_ name: String, _ count: Int) -> Deferred<NameTable> {
    deferred(name, count) { reader throws(SnapshotError) in
      try NameTable(indexedLaterFrom: &reader, as: name, of: self)
    }
  }

  fileprivate func forest(_ name: String, topics: Int) -> Deferred<TopicForest> {
    deferred(name, table.count(of: name) == 0) { reader throws(SnapshotError) in
      try TopicForest(from: &reader, as: name, topics: topics)
    }
  }
}

/// The parts that blocks belong to: those of one only mean something together.
enum GraphParts {
  /// The names of the parts of a graph with so many columns and relations.
  static func names(in table: BlockTable) throws(SnapshotError) -> [String] {
    let columns = try table.pieces(of: "attribute.names.starts")
    let relations = try table.pieces(of: "relation.names.starts")
    let ties =
      (0..<relations).map { "relation.\($0)" }
      + ["stated", "counted", "all"].map { "interests.\($0)" }
    let events = ["interactions", "posts", "actions", "vouches"]
    return [
      "people", "attribute.names", "relation.names", "topics", "topics.parents", "posts.names",
    ]
      + (0..<columns).map { "attribute.\($0)" } + ties + ties.map { "\($0).period" }
      + events + events.map { "\($0).extent" } + events.map { "\($0).kinds" }
  }
}

/// How many things there are that events can speak of.
struct GraphSizes {
  /// The people.
  let people: Int
  /// The topics.
  let topics: Int
  /// The ids of posts.
  let postNames: Int
}
