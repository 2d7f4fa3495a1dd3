import Graph
import Metrics
import TestSupport
import Testing
import Values

/// Kernels over contacts, beside their definitions worked out on sets.
struct ContactKernelTests {
  static let graphs = (0..<60).map { seed in
    Graph.random(
      people: 1 + seed % 30,
      density: [0.02, 0.08, 0.2, 0.6][seed % 4],
      seed: UInt64(seed) + 900
    )
  }

  /// Whom each person is tied with, either way.
  private static func circles(_ relation: Relation) -> [Set<PersonID>] {
    var circles = [Set<PersonID>](repeating: [], count: relation.forward.count)
    for tie in relation.ties where tie.source != tie.target {
      circles[Int(tie.source)].insert(tie.target)
      circles[Int(tie.target)].insert(tie.source)
    }
    return circles
  }

  @Test func `contacts are both rows in one`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let contacts = try Rows(contactsIn: follows)
      let circles = Self.circles(follows)
      for person in circles.indices {
        #expect(Array(contacts[PersonID(person)]) == circles[person].sorted())
      }
    }
  }

  @Test func `components are what spreads from each`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let components = try Components(of: follows)
      let circles = Self.circles(follows)
      for person in circles.indices {
        var found: Set<PersonID> = [PersonID(person)]
        while case let wider = found.union(found.flatMap { circles[Int($0)] }), wider != found {
          found = wider
        }
        #expect(components.roots[person] == found.min())
        #expect(components.sizes[person] == found.count)
      }
    }
  }

  @Test func `core numbers are what is left when the weak go`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let cores = try CoreNumbers(of: try Rows(contactsIn: follows)).cores
      let circles = Self.circles(follows)
      var expected = [UInt32](repeating: 0, count: circles.count)
      for k in 1..<max(2, circles.count) {
        var left = Set(circles.indices.map { PersonID($0) })
        while let weak = left.first(where: { circles[Int($0)].intersection(left).count < k }) {
          left.remove(weak)
        }
        for person in left { expected[Int(person)] = UInt32(k) }
      }
      #expect(cores == expected)
    }
  }

  @Test func `the contact h-index of itself goes down to the core number`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let circles = Self.circles(follows)
      func index(_ values: [Int]) -> Int {
        values.sorted(by: >).enumerated().prefix { $0.element > $0.offset }.count
      }
      var values = circles.map(\.count)
      let first = values.indices.map { person in index(circles[person].map { values[Int($0)] }) }
      let measured = try ContactHIndex()
        .evaluate(on: graph, with: MetricArguments(), watchedBy: .unwatched)
      #expect(measured.values == first.map(Double.init))
      for _ in values {
        values = values.indices.map { p in index(circles[p].map { values[Int($0)] }) }
      }
      let cores = try CoreNumbers(of: try Rows(contactsIn: follows)).cores
      #expect(values == cores.map { Int($0) })
    }
  }

  @Test func `triangles are pairs of contacts who are contacts`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let counts = try Triangles(of: try Rows(contactsIn: follows)).counts
      let circles = Self.circles(follows)
      for person in circles.indices {
        let twice = circles[person].reduce(0) {
          $0 + circles[person].intersection(circles[Int($1)]).count
        }
        #expect(counts[person] == twice / 2)
      }
    }
  }

  @Test func `constraint and effective size are Burt's sums over matrices`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let circles = Self.circles(follows)
      let people = Array(0..<PersonID(circles.count))
      let holes = try StructuralHoles(of: people, in: try Rows(contactsIn: follows))
      func part(_ i: PersonID, _ j: PersonID) -> Double {
        circles[Int(i)].contains(j) ? 1 / Double(circles[Int(i)].count) : 0
      }
      for i in people {
        guard !circles[Int(i)].isEmpty else {
          #expect(holes.constraints[Int(i)].isNaN && holes.effectiveSizes[Int(i)].isNaN)
          continue
        }
        var constraint = 0.0
        var size = 0.0
        for j in circles[Int(i)] {
          let indirect = people.reduce(0) { $0 + part(i, $1) * part($1, j) }
          constraint += (part(i, j) + indirect) * (part(i, j) + indirect)
          // Burt's own: 1 less what of the contact is reached through others.
          let others = circles[Int(i)].filter { circles[Int($0)].contains(j) }
          size += 1 - others.reduce(0) { sum, q in sum + part(i, q) }
        }
        #expect(agree([holes.constraints[Int(i)]], [constraint]))
        #expect(agree([holes.effectiveSizes[Int(i)]], [size]))
      }
    }
  }

  @Test func `circles of an audience are components among the followers`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let circles = Self.circles(follows)
      let people = Array(0..<PersonID(circles.count))
      let contacts = try Rows(contactsIn: follows)
      let found = try AudienceCircles(of: people, over: follows.backward, in: contacts)
      for person in people {
        var left = Set(follows.backward[person])
        var count = 0.0
        while let first = left.first {
          var circle: Set = [first]
          while case let wider = circle.union(
            circle.flatMap { circles[Int($0)].intersection(left) }
          ), wider != circle {
            circle = wider
          }
          left.subtract(circle)
          count += 1
        }
        #expect(found.counts[Int(person)] == count)
      }
    }
  }

  @Test func `the ties of a circle are each met once, read or searched, ordered or not`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let contacts = try Rows(contactsIn: follows)
      let circles = Self.circles(follows)
      let everybody = Array(0..<PersonID(circles.count))
      for people in [everybody, everybody.suffix(1)] {
        var ties = try CircleTies(among: contacts, for: people, circles: contacts)
        for person in people {
          ties.take(contacts[person])
          var met: [Set<PersonID>] = []
          for member in contacts[person] {
            _ = ties.forEach(behind: member) { met.append([member, $0]) }
          }
          let expected = Set(
            circles[Int(person)].flatMap { member in
              circles[Int(member)].intersection(circles[Int(person)]).map { Set([member, $0]) }
            }
          )
          #expect(met.count == expected.count && Set(met) == expected)
        }
      }
    }
  }

  @Test func `a long row is searched, with the same outcome`() throws {
    let hub = (1...400).map { "h>p\($0)" } + ["a>p3", "a>p77", "a>p400", "a>h", "h>x", "y>h"]
    let graph = Graph(literal: hub.joined(separator: " "))
    let contacts = try Rows(contactsIn: try #require(graph.relations["follows"]))
    let a = try #require(graph.people.number(of: "a"))
    var ties = try CircleTies(among: contacts, for: [a], circles: contacts)
    ties.take(contacts[0])
    ties.take(contacts[a])
    var names: [String] = []
    for member in contacts[a] {
      _ = ties.forEach(behind: member) { names.append(graph.people[member] + graph.people[$0]) }
    }
    #expect(names == ["p3h", "p77h", "p400h"])
  }

  @Test func `effective size is the same by triangles and by circles`() throws {
    for graph in Self.graphs {
      let degrees = try Rows(contactsIn: try #require(graph.relations["follows"])).degrees
      let all = try EffectiveSize()
        .evaluate(on: graph, with: MetricArguments(), watchedBy: .unwatched)
      for person in degrees.indices where degrees[person] > 0 {
        var arguments = MetricArguments()
        arguments.wanted = PersonSet([PersonID(person)], universe: degrees.count)
        let one = try EffectiveSize().evaluate(on: graph, with: arguments, watchedBy: .unwatched)
        #expect(all.values[person] == one.values[person])
        let efficiency = try #require(all["efficiency"]).values[person]
        #expect(efficiency == all.values[person] / degrees[person])
      }
    }
  }

  @Test func `what somebody has does not depend on who else is asked for`() throws {
    for graph in Self.graphs {
      let follows = try #require(graph.relations["follows"])
      let contacts = try Rows(contactsIn: follows)
      let everybody = Array(0..<PersonID(contacts.count))
      let all = try StructuralHoles(of: everybody, in: contacts)
      for person in everybody where contacts.degree(of: person) > 0 {
        let one = try StructuralHoles(of: [person], in: contacts)
        #expect(one.constraints[Int(person)] == all.constraints[Int(person)])
        #expect(one.effectiveSizes[Int(person)] == all.effectiveSizes[Int(person)])
      }
    }
  }
}
