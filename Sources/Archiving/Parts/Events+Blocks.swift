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
  }

  /// The events that were added.
  init(
    from reader: inout BlockReader,
    as name: String,
    among sizes: GraphSizes
  ) throws(SnapshotError) {
    let names = try NameTable(from: &reader, as: "\(name).kinds")
    let sources = try reader.numbers("\(name).source", below: sizes.people)
    let count = sources.count
    let targets = try reader.numbers("\(name).target", count: count, below: sizes.people)
    let kinds = try reader.numbers("\(name).kind", count: count, below: names.count)
    let times = try reader.moments("\(name).time", count: count, inOrder: true)
    let posts = try reader.numbers(
      "\(name).post",
      count: count,
      below: sizes.postNames,
      orNobody: true
    )
    let ids = try reader.numbers("\(name).id", count: count, below: sizes.postNames, orNobody: true)
    let sentiments = try reader.sentiments("\(name).sentiment", count: count)
    self.init(
      kinds: names,
      events: sources.indices.map { index in
        Event(
          source: sources[index],
          target: targets[index],
          kind: kinds[index],
          time: times[index],
          post: posts[index],
          id: ids[index],
          sentiment: sentiments[index]
        )
      }
    )
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
  }

  /// The posts that were added.
  init(
    from reader: inout BlockReader,
    as name: String,
    among sizes: GraphSizes
  ) throws(SnapshotError) {
    let kindNames = try NameTable(from: &reader, as: "\(name).kinds")
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
      below: kindNames.count,
      orNobody: true
    )
    self.init(
      kinds: kindNames,
      posts: ids.indices.map { index in
        Post(
          id: ids[index],
          author: authors[index],
          time: times[index],
          topics: Array(topics[Int(starts[index])..<Int(starts[index + 1])]),
          parent: parents[index],
          kind: kinds[index]
        )
      }
    )
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
  }

  /// The actions that were added.
  init(
    from reader: inout BlockReader,
    as name: String,
    among sizes: GraphSizes
  ) throws(SnapshotError) {
    let names = try NameTable(from: &reader, as: "\(name).kinds")
    let people = try reader.numbers("\(name).person", below: sizes.people)
    let count = people.count
    func numbers(
      _ field: String,
      below limit: Int,
      from reader: inout BlockReader
    ) throws(SnapshotError) -> [UInt32] {
      try reader.numbers("\(name).\(field)", count: count, below: limit, orNobody: true)
    }
    let kinds = try reader.numbers("\(name).kind", count: count, below: names.count)
    let times = try reader.moments("\(name).time", count: count, inOrder: true)
    let values = try reader.doubles("\(name).value", count: count) { !$0.isInfinite }
    let brands = try numbers("brand", below: sizes.people, from: &reader)
    let posts = try numbers("post", below: sizes.postNames, from: &reader)
    let through = try numbers("through", below: sizes.people, from: &reader)
    self.init(
      kinds: names,
      actions: people.indices.map { index in
        Action(
          person: people[index],
          kind: kinds[index],
          time: times[index],
          value: values[index],
          brand: brands[index],
          post: posts[index],
          through: through[index]
        )
      }
    )
  }
}

extension Vouches {
  /// Adds the vouches, a block a field.
  func write(to writer: inout BlockWriter, as name: String) {
    writer.add(vouches.map(\.source), as: "\(name).source")
    writer.add(vouches.map(\.target), as: "\(name).target")
    writer.add(vouches.map(\.topic), as: "\(name).topic")
    writer.add(vouches.map(\.time), as: "\(name).time")
  }

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
    self.init(
      sources.indices.map { index in
        Vouch(
          source: sources[index],
          target: targets[index],
          topic: topics[index],
          time: times[index]
        )
      }
    )
  }
}
