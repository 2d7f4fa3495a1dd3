import Graph

extension Interactions {
  /// Adds the kinds and the events, a block a field.
  func write(to writer: inout BlockWriter, as name: String) {
    kinds.write(to: &writer, as: "\(name).kinds")
    writer.add(events.map(\.source), as: "\(name).source")
    writer.add(events.map(\.target), as: "\(name).target")
    writer.add(events.map(\.kind), as: "\(name).kind")
    writer.add(events.map(\.time), as: "\(name).time")
    writer.add(events.map(\.post), as: "\(name).post")
    writer.add(events.map(\.id), as: "\(name).id")
    writer.add(events.map { UInt32(bitPattern: $0.sentiment.steps) }, as: "\(name).sentiment")
    writer.add(outline: events.extent, as: "\(name).extent")
  }

  /// The events that were added; they come when they are asked for.
  init(of store: SnapshotStore, as name: String, among sizes: GraphSizes) throws(SnapshotError) {
    var reader = try BlockReader("\(name).kinds", of: store)
    let kinds = try NameTable(from: &reader, as: "\(name).kinds")
    let count = kinds.count
    let summary = try store.events(name, counting: "source")
    let events = store.deferred(name, summary) { reader throws(SnapshotError) in
      try [Event](from: &reader, as: name, kinds: count, among: sizes)
    }
    self.init(kinds: kinds, events: events)
  }
}

extension [Interactions.Event] {
  /// The events that were added.
  init(
    from reader: inout BlockReader,
    as name: String,
    kinds kindCount: Int,
    among sizes: GraphSizes
  ) throws(SnapshotError) {
    let sources = try reader.numbers("\(name).source", below: sizes.people)
    let count = sources.count
    let targets = try reader.numbers("\(name).target", count: count, below: sizes.people)
    let kinds = try reader.numbers("\(name).kind", count: count, below: kindCount)
    let times = try reader.moments("\(name).time", count: count, inOrder: true)
    let posts = try reader.numbers(
      "\(name).post",
      count: count,
      below: sizes.postNames,
      orNobody: true
    )
    let ids = try reader.numbers("\(name).id", count: count, below: sizes.postNames, orNobody: true)
    let sentiments = try reader.sentiments("\(name).sentiment", count: count)
    self = sources.indices.map { index in
      Interactions.Event(
        source: sources[index],
        target: targets[index],
        kind: kinds[index],
        time: times[index],
        post: posts[index],
        id: ids[index],
        sentiment: sentiments[index]
      )
    }
  }
}

extension Posts {
  /// Adds the kinds and the posts, a block a field, their topics behind each other.
  func write(to writer: inout BlockWriter, as name: String) {
    kinds.write(to: &writer, as: "\(name).kinds")
    var topics: [UInt32] = []
    var starts: [UInt64] = [0]
    for post in posts {
      topics += post.topics
      starts.append(UInt64(topics.count))
    }
    writer.add(posts.map(\.id), as: "\(name).id")
    writer.add(posts.map(\.author), as: "\(name).author")
    writer.add(posts.map(\.time), as: "\(name).time")
    writer.add(topics, as: "\(name).topics")
    writer.add(starts, as: "\(name).topics.starts")
    writer.add(posts.map(\.parent), as: "\(name).parent")
    writer.add(posts.map(\.kind), as: "\(name).kind")
    writer.add(outline: posts.extent, as: "\(name).extent")
  }

  /// The posts that were added; they come when they are asked for.
  init(of store: SnapshotStore, as name: String, among sizes: GraphSizes) throws(SnapshotError) {
    var reader = try BlockReader("\(name).kinds", of: store)
    let kinds = try NameTable(from: &reader, as: "\(name).kinds")
    let count = kinds.count
    let summary = try store.events(name, counting: "id")
    let posts = store.deferred(name, summary) { reader throws(SnapshotError) in
      try [Post](from: &reader, as: name, kinds: count, among: sizes)
    }
    self.init(kinds: kinds, posts: posts)
  }
}

extension [Posts.Post] {
  /// The posts that were added.
  init(
    from reader: inout BlockReader,
    as name: String,
    kinds kindCount: Int,
    among sizes: GraphSizes
  ) throws(SnapshotError) {
    let names = sizes.postNames
    let ids = try reader.numbers("\(name).id", below: names)
    let count = ids.count
    let authors = try reader.numbers("\(name).author", count: count, below: sizes.people)
    let times = try reader.moments("\(name).time", count: count, inOrder: true)
    let topics = try reader.numbers("\(name).topics", below: sizes.topics)
    let starts: [UInt64] = try reader.starts(
      "\(name).topics.starts",
      pieces: count,
      upTo: topics.count
    )
    let parents = try reader.numbers("\(name).parent", count: count, below: names, orNobody: true)
    let kinds = try reader.numbers(
      "\(name).kind",
      count: count,
      below: kindCount,
      orNobody: true
    )
    self = ids.indices.map { index in
      Posts.Post(
        id: ids[index],
        author: authors[index],
        time: times[index],
        topics: [UInt32](topics[Int(starts[index])..<Int(starts[index + 1])]),
        parent: parents[index],
        kind: kinds[index]
      )
    }
  }
}

extension Actions {
  /// Adds the kinds and the actions, a block a field.
  func write(to writer: inout BlockWriter, as name: String) {
    kinds.write(to: &writer, as: "\(name).kinds")
    writer.add(actions.map(\.person), as: "\(name).person")
    writer.add(actions.map(\.kind), as: "\(name).kind")
    writer.add(actions.map(\.time), as: "\(name).time")
    writer.add(actions.map(\.value), as: "\(name).value")
    writer.add(actions.map(\.brand), as: "\(name).brand")
    writer.add(actions.map(\.post), as: "\(name).post")
    writer.add(actions.map(\.through), as: "\(name).through")
    writer.add(outline: actions.extent, as: "\(name).extent")
  }

  /// The actions that were added; they come when they are asked for.
  init(of store: SnapshotStore, as name: String, among sizes: GraphSizes) throws(SnapshotError) {
    var reader = try BlockReader("\(name).kinds", of: store)
    let kinds = try NameTable(from: &reader, as: "\(name).kinds")
    let count = kinds.count
    let summary = try store.events(name, counting: "person")
    let actions = store.deferred(name, summary) { reader throws(SnapshotError) in
      try [Action](from: &reader, as: name, kinds: count, among: sizes)
    }
    self.init(kinds: kinds, actions: actions)
  }
}

extension [Actions.Action] {
  /// The actions that were added.
  init(
    from reader: inout BlockReader,
    as name: String,
    kinds kindCount: Int,
    among sizes: GraphSizes
  ) throws(SnapshotError) {
    let people = try reader.numbers("\(name).person", below: sizes.people)
    let count = people.count
    func numbers(
      _ field: String,
      below limit: Int,
      from reader: inout BlockReader
    ) throws(SnapshotError) -> [UInt32] {
      try reader.numbers("\(name).\(field)", count: count, below: limit, orNobody: true)
    }
    let kinds = try reader.numbers("\(name).kind", count: count, below: kindCount)
    let times = try reader.moments("\(name).time", count: count, inOrder: true)
    let values = try reader.doubles("\(name).value", count: count) { !$0.isInfinite }
    let brands = try numbers("brand", below: sizes.people, from: &reader)
    let posts = try numbers("post", below: sizes.postNames, from: &reader)
    let through = try numbers("through", below: sizes.people, from: &reader)
    self = people.indices.map { index in
      Actions.Action(
        person: people[index],
        kind: kinds[index],
        time: times[index],
        value: values[index],
        brand: brands[index],
        post: posts[index],
        through: through[index]
      )
    }
  }
}

extension Vouches {
  /// Adds the vouches, a block a field.
  func write(to writer: inout BlockWriter, as name: String) {
    writer.add(vouches.map(\.source), as: "\(name).source")
    writer.add(vouches.map(\.target), as: "\(name).target")
    writer.add(vouches.map(\.topic), as: "\(name).topic")
    writer.add(vouches.map(\.time), as: "\(name).time")
    writer.add(outline: vouches.extent, as: "\(name).extent")
  }

  /// The vouches that were added; they come when they are asked for.
  init(of store: SnapshotStore, as name: String, among sizes: GraphSizes) throws(SnapshotError) {
    let summary = try store.events(name, counting: "source")
    self.init(
      store.deferred(name, summary) { reader throws(SnapshotError) in
        try [Vouch](from: &reader, as: name, among: sizes)
      }
    )
  }
}

extension [Vouches.Vouch] {
  /// The vouches that were added.
  init(
    from reader: inout BlockReader,
    as name: String,
    among sizes: GraphSizes
  ) throws(SnapshotError) {
    let sources = try reader.numbers("\(name).source", below: sizes.people)
    let count = sources.count
    let targets = try reader.numbers("\(name).target", count: count, below: sizes.people)
    let topics = try reader.numbers("\(name).topic", count: count, below: sizes.topics)
    let times = try reader.moments("\(name).time", count: count, inOrder: true)
    self = sources.indices.map { index in
      Vouches.Vouch(
        source: sources[index],
        target: targets[index],
        topic: topics[index],
        time: times[index]
      )
    }
  }
}

extension SnapshotStore {
  /// What the table says of events, of which a block holds one number each.
  fileprivate func events(
    _ name: String,
    counting block: String
  ) throws(SnapshotError) -> EventSummary {
    let extent = "\(name).extent"
    var reader = try BlockReader(extent, of: self)
    let count = table.count(of: "\(name).\(block)")
    return EventSummary(count: count, extent: try reader.outline(extent))
  }
}
