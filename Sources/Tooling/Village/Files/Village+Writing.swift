extension Village {
  /// The village as tables, each sorted, events by time.
  var sheets: [Sheet] {
    let postNames = Village.names("p", minutes: posts.map(\.minute))
    return [
      peopleSheet, followsSheet, trustSheet, interestsSheet, postsSheet(postNames),
      interactionsSheet(postNames), actionsSheet(postNames), truthSheet(postNames),
    ]
  }

  /// Names events by their place in time, and in the list where times are the same.
  private static func names(_ prefix: String, minutes: [Int]) -> [String] {
    var names = Array(repeating: "", count: minutes.count)
    for (place, number) in inTime(minutes).enumerated() {
      names[number] = "\(prefix)\(place + 1)"
    }
    return names
  }

  private static func inTime(_ minutes: [Int]) -> [Int] {
    minutes.indices.sorted { (minutes[$0], $0) < (minutes[$1], $1) }
  }

  private var peopleSheet: Sheet {
    var sheet = Sheet(
      "people",
      "handle,name,role,country,age,joined,customer,brand,bot,price"
    )
    for person in people {
      sheet.add(
        person.handle,
        person.name,
        person.role,
        person.country,
        person.age,
        Almanac.date(person.joined),
        person.isCustomer ? "yes" : "no",
        person.nature == .brand ? "yes" : "no",
        person.nature == .bot ? "yes" : "no",
        person.price.map(String.init) ?? ""
      )
    }
    return sheet
  }

  private var followsSheet: Sheet {
    var sheet = Sheet("follows", "follower,followed,since")
    for person in everybody {
      for tie in follows.following[person].sorted(by: { $0.person < $1.person }) {
        sheet.add(people[person].handle, people[tie.person].handle, Almanac.date(tie.since))
      }
    }
    return sheet
  }

  private var trustSheet: Sheet {
    var sheet = Sheet("trust", "truster,trusted,trust,since")
    for person in everybody {
      for opinion in trust.given[person].sorted(by: { $0.person < $1.person }) {
        sheet.add(
          people[person].handle,
          people[opinion.person].handle,
          Figure.decimal(Double(opinion.hundredths) / 100),
          Almanac.date(opinion.since)
        )
      }
    }
    return sheet
  }

  private var interestsSheet: Sheet {
    var sheet = Sheet("interests", "person,topic,interest")
    for person in everybody {
      for topic in Topic.allCases where interest(person, in: topic) > 0 {
        let weight = Figure.decimal(Double(interest(person, in: topic)) / 100)
        sheet.add(people[person].handle, topic.name, weight)
      }
    }
    return sheet
  }

  private func postsSheet(_ names: [String]) -> Sheet {
    var sheet = Sheet("posts", "post,author,time,topic,parent")
    for number in Village.inTime(posts.map(\.minute)) {
      let post = posts[number]
      sheet.add(
        names[number],
        people[post.author].handle,
        Almanac.stamp(post.minute),
        post.topic.name,
        post.parent.map { names[$0] } ?? ""
      )
    }
    return sheet
  }

  private func interactionsSheet(_ postNames: [String]) -> Sheet {
    var sheet = Sheet("interactions", "id,time,source,kind,target,post")
    let minutes = interactions.map(\.minute)
    let names = Village.names("i", minutes: minutes)
    for number in Village.inTime(minutes) {
      let interaction = interactions[number]
      let subject =
        switch interaction.subject {
        case .none: ""
        case .post(let post): postNames[post]
        case .interaction(let other): names[other]
        }
      sheet.add(
        names[number],
        Almanac.stamp(interaction.minute),
        people[interaction.source].handle,
        interaction.kind.rawValue,
        people[interaction.target].handle,
        subject
      )
    }
    return sheet
  }

  private func actionsSheet(_ postNames: [String]) -> Sheet {
    var sheet = Sheet("actions", "time,person,kind,brand,post,value")
    for number in Village.inTime(actions.map(\.minute)) {
      let action = actions[number]
      sheet.add(
        Almanac.stamp(action.minute),
        people[action.person].handle,
        action.kind.rawValue,
        people[action.brand].handle,
        action.post.map { postNames[$0] } ?? "",
        action.value.map(String.init) ?? ""
      )
    }
    return sheet
  }

  private func truthSheet(_ postNames: [String]) -> Sheet {
    var sheet = Sheet("truth", "time,person,brand,value,cause,motive,post,chance")
    for number in Village.inTime(causes.map(\.minute)) {
      let cause = causes[number]
      sheet.add(
        Almanac.stamp(cause.minute),
        people[cause.person].handle,
        people[cause.brand].handle,
        "\(cause.value)",
        author(of: cause).map { people[$0].handle } ?? "direct",
        cause.motive.rawValue,
        cause.post.map { postNames[$0] } ?? "",
        Figure.decimal(Double(cause.chance) / 100_000, 5)
      )
    }
    return sheet
  }
}
