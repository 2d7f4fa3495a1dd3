import Graph

extension Graph {
  /// Adds all parts of the graph.
  ///
  /// A part of a graph is kept by a line here, a line in `init(from:)`, and how it is cut into
  /// blocks in a file beside this one. A change to any block is a new version of the format; a block
  /// that only graphs with something more have is none, for files without it are read as before.
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

  /// The graph whose parts were added.
  init(from reader: inout BlockReader) throws(SnapshotError) {
    let names = try PersonNames.Text(from: &reader, as: "people")
    let attributes = try [Attribute](from: &reader, as: "attribute", people: names.count)
    let relations = try [String: Relation](from: &reader, as: "relation", people: names.count)
    let topics = try NameTable(from: &reader, as: "topics")
    let forest = try TopicForest(from: &reader, as: "topics.parents", topics: topics.count)
    let interests = try Interests(
      from: &reader,
      as: "interests",
      topics: topics.count,
      people: names.count
    )
    let postNames = try NameTable(from: &reader, as: "posts.names")
    let sizes = GraphSizes(people: names.count, topics: topics.count, postNames: postNames.count)
    let people = try reader.people(of: names)
    self.init(
      people: people,
      attributes: attributes,
      relations: relations,
      topics: topics,
      topicForest: forest,
      interests: interests,
      postNames: postNames,
      interactions: try Interactions(from: &reader, as: "interactions", among: sizes),
      posts: try Posts(from: &reader, as: "posts", among: sizes),
      actions: try Actions(from: &reader, as: "actions", among: sizes),
      vouches: try Vouches(from: &reader, as: "vouches", among: sizes)
    )
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
