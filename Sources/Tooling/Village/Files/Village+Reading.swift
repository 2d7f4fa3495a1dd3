extension Village {
  /// The village as its files tell it.
  ///
  /// What they do not say (homes, leanings) is not there.
  init(from folder: Folder) throws {
    self.init(seed: 0)
    try readPeople(folder)
    open()
    try readTies(folder)
    try readPosts(folder)
    try readInteractions(folder)
    try readActions(folder)
    try readCauses(folder)
  }

  private mutating func readPeople(_ folder: Folder) throws {
    for row in try folder.rows("people", columns: 10) {
      var person = Person(
        handle: String(row[0]),
        name: String(row[1]),
        role: String(row[2]),
        country: String(row[3]),
        age: String(row[4]),
        joined: try Village.day(row[5])
      )
      person.isCustomer = row[6] == "yes"
      person.nature = row[7] == "yes" ? .brand : row[8] == "yes" ? .bot : .person
      person.price = Int(row[9])
      admit(person)
    }
  }

  private mutating func readTies(_ folder: Folder) throws {
    for row in try folder.rows("follows", columns: 3) {
      follows.add(
        try person(row[0]),
        follows: try person(row[1]),
        since: try Village.day(row[2])
      )
    }
    for row in try folder.rows("trust", columns: 4) {
      trust.add(
        try person(row[0]),
        trusts: try person(row[1]),
        try Village.scaled(row[2]),
        since: try Village.day(row[3])
      )
    }
    for row in try folder.rows("interests", columns: 3) {
      guard let topic = Topic(named: row[1]) else { throw UnreadableField(text: String(row[1])) }
      interests[try person(row[0])][topic.rawValue] = try Village.scaled(row[2])
    }
  }

  private mutating func readPosts(_ folder: Folder) throws {
    for row in try folder.rows("posts", columns: 5) {
      guard let topic = Topic(named: row[3]) else { throw UnreadableField(text: String(row[3])) }
      posts.append(
        Post(
          author: try person(row[1]),
          minute: try Village.minute(row[2]),
          topic: topic,
          parent: row[4].isEmpty ? nil : try Village.place(row[4])
        )
      )
    }
  }

  private mutating func readInteractions(_ folder: Folder) throws {
    for row in try folder.rows("interactions", columns: 6) {
      guard let kind = Interaction.Kind(rawValue: String(row[3])) else {
        throw UnreadableField(text: String(row[3]))
      }
      let subject: Interaction.Subject =
        switch row[5].first {
        case "p": .post(try Village.place(row[5]))
        case "i": .interaction(try Village.place(row[5]))
        default: .none
        }
      interactions.append(
        Interaction(
          minute: try Village.minute(row[1]),
          source: try person(row[2]),
          kind: kind,
          target: try person(row[4]),
          subject: subject
        )
      )
    }
  }

  private mutating func readActions(_ folder: Folder) throws {
    for row in try folder.rows("actions", columns: 6) {
      guard let kind = Action.Kind(rawValue: String(row[2])) else {
        throw UnreadableField(text: String(row[2]))
      }
      actions.append(
        Action(
          minute: try Village.minute(row[0]),
          person: try person(row[1]),
          kind: kind,
          brand: try person(row[3]),
          post: row[4].isEmpty ? nil : try Village.place(row[4]),
          value: Int(row[5])
        )
      )
    }
  }

  private mutating func readCauses(_ folder: Folder) throws {
    for row in try folder.rows("truth", columns: 8) {
      guard let motive = Cause.Motive(rawValue: String(row[5])), let value = Int(row[3]) else {
        throw UnreadableField(text: String(row[5]))
      }
      causes.append(
        Cause(
          minute: try Village.minute(row[0]),
          person: try person(row[1]),
          brand: try person(row[2]),
          value: value,
          motive: motive,
          post: row[6].isEmpty ? nil : try Village.place(row[6]),
          chance: try Village.scaled(row[7])
        )
      )
    }
  }
}

/// A field that is not as this tool writes them.
struct UnreadableField: Error {
  /// What stands there.
  let text: String
}

extension Village {
  private func person(_ field: Substring) throws(NobodyThere) -> Int {
    try person(String(field))
  }

  private static func day(_ field: Substring) throws(UnreadableField) -> Int {
    guard let day = Almanac.day(from: field) else { throw UnreadableField(text: String(field)) }
    return day
  }

  private static func minute(_ field: Substring) throws(UnreadableField) -> Int {
    guard let minute = Almanac.minute(from: field) else {
      throw UnreadableField(text: String(field))
    }
    return minute
  }

  /// The place in its list of the event named `p12` or `i12`.
  private static func place(_ field: Substring) throws(UnreadableField) -> Int {
    guard let number = Int(field.dropFirst()) else { throw UnreadableField(text: String(field)) }
    return number - 1
  }

  /// A number written with decimals, without its point: `-0.85` is -85.
  private static func scaled(_ field: Substring) throws(UnreadableField) -> Int {
    guard let number = Int(String(field.filter { $0 != "." })) else {
      throw UnreadableField(text: String(field))
    }
    return number
  }
}
