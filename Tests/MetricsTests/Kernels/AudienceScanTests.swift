import Graph
import Metrics
import TestSupport
import Testing

/// The overlap kernels, beside sets and dictionaries.
struct AudienceScanTests {
  /// A random graph whose people care about yoga, graded and as a set.
  struct Case {
    let graph: Graph
    let follows: Relation
    let trust: Relation
    let groups: [MetricArguments.Group]
    let oracle: AudienceOracle

    init(seed: UInt64) throws {
      graph = Graph.random(
        people: 2 + Int(seed % 40),
        density: [0.05, 0.2, 0.6][Int(seed % 3)],
        seed: seed
      )
      follows = try #require(graph.relations["follows"])
      trust = try #require(graph.relations["trust"])
      let graded = graph.group(topic: "yoga")
      groups = [graded, MetricArguments.Group(members: graded.members)]
      oracle = AudienceOracle(follows)
    }

    var everybody: Range<Int> { 0..<graph.personCount }
  }

  @Test(arguments: 0..<60)
  func `counting agrees`(seed: UInt64) throws {
    let this = try Case(seed: seed)
    for group in this.groups {
      let pull = AudiencePull(
        rows: this.follows.backward,
        members: MemberMask(group.members),
        interest: group.interest
      )
      #expect(agree(pull.counts(this.everybody), this.oracle.sums(group)))
    }
  }

  @Test(arguments: 0..<60, [1, 2, 3])
  func `members are counted alike from either end`(seed: UInt64, threads: Int) throws {
    let this = try Case(seed: seed)
    let members = this.groups[0].members
    let pull = AudiencePull(rows: this.follows.backward, members: MemberMask(members))
    let push = try MemberPush(this.follows, members: members, threads: threads)
    #expect(
      push.sums(this.everybody, audiences: this.follows.backward) == pull.counts(this.everybody)
    )
  }

  @Test(arguments: 0..<60)
  func `members weigh alike from either end, to the bit, however often asked`(seed: UInt64) throws {
    let this = try Case(seed: seed)
    let group = this.groups[1]
    let weight = MetricArguments.Weight.ties(this.trust, name: "trust")
    let pulled = AudienceScan(pulling: this.trust.unweighted, group: group, weight: weight)
    for _ in 0..<2 {
      let push = try MemberPush(this.trust, weighing: group.members, atLeast: 5, threads: 3)
      #expect(
        push.sums(this.everybody, audiences: this.trust.backward) == pulled.sums(this.everybody)
      )
    }
  }

  @Test(arguments: [1, 2, 3, 7])
  func `members are counted alike by people in several parts`(threads: Int) throws {
    let graph = Graph.random(people: 1_000, density: 0.01, seed: 4)
    let follows = try #require(graph.relations["follows"])
    let members = PersonSet((0..<1_000).filter { $0 % 3 == 0 }, universe: 1_000)
    let push = try MemberPush(follows, members: members, atLeast: 100, threads: threads)
    let pull = AudiencePull(rows: follows.backward, members: MemberMask(members))
    #expect(push.sums(0..<1_000, audiences: follows.backward) == pull.counts(0..<1_000))
  }

  @Test(arguments: 0..<60)
  func `weights of ties agree, merged from rows of their own`(seed: UInt64) throws {
    let this = try Case(seed: seed)
    for group in this.groups {
      let scan = try AudienceScan(this.follows, group: group, weight: .ties(this.trust, name: "t"))
      let expected = this.oracle.sums(group, weighing: this.trust.weighing)
      #expect(agree(scan.sums(this.everybody), expected))
    }
  }

  @Test(arguments: 0..<60)
  func `weights of ties agree, streamed beside shared rows`(seed: UInt64) throws {
    let this = try Case(seed: seed)
    let oracle = AudienceOracle(this.trust)
    for group in this.groups {
      let expected = oracle.sums(group, weighing: this.trust.weighing)
      let weight = MetricArguments.Weight.ties(this.trust, name: "trust")
      let streamed = try AudienceScan(this.trust.unweighted, group: group, weight: weight)
      #expect(agree(streamed.sums(this.everybody), expected))
      let pull = AudiencePull(
        rows: this.trust.backward,
        members: MemberMask(group.members),
        interest: group.interest
      )
      let merged = PulledWeights(this.trust, floor: 0).merged(this.everybody, by: pull, this.trust)
      #expect(agree(merged, expected))
    }
  }

  @Test(arguments: 0..<60)
  func `weights of people agree, with gaps and negative ones`(seed: UInt64) throws {
    let this = try Case(seed: seed)
    var random = SeededRandom(seed: seed)
    let weights = this.everybody.map { _ in
      Bool.random(using: &random) ? Double.nan : Double.random(in: -1...3, using: &random)
    }
    for group in this.groups {
      let scan = try AudienceScan(this.follows, group: group, weight: .people(weights, name: "w"))
      let expected = this.oracle.sums(group) { member, _ in
        weights[Int(member)].isNaN ? nil : weights[Int(member)]
      }
      #expect(agree(scan.sums(this.everybody), expected))
    }
  }

  @Test func `a relation without weights weighs 1 a tie`() throws {
    let this = try Case(seed: 7)
    let group = this.groups[0]
    let scan = try AudienceScan(this.follows, group: group, weight: .ties(this.follows, name: "t"))
    let expected = this.oracle.sums(group) { _, _ in 1 }
    #expect(agree(scan.sums(this.everybody), expected))
  }

  @Test func `a weight without ties is known of nobody`() throws {
    let this = try Case(seed: 8)
    let nothing = MetricArguments.Weight.ties(Relation(sources: 0, targets: 0), name: "trust")
    let scan = try AudienceScan(this.follows, group: this.groups[0], weight: nothing)
    #expect(agree(scan.sums(this.everybody), this.oracle.sums(this.groups[0])))
  }

  @Test func `weights of single precision are read as they are`() throws {
    var builder = GraphBuilder()
    for person in 0..<400 { _ = builder.person("p\(person)") }
    var ties = TieBuffer(weighted: true)
    for number in 0..<70_000 as Range<UInt32> {
      let weight = Double(number) / 70_000 - 0.1
      ties.append(from: number % 400, to: number / 400, weight: weight)
    }
    _ = builder.addFollowsWithTrust(ties)
    let graph = builder.frozen()
    let follows = try #require(graph.relations["follows"])
    let trust = try #require(graph.relations["trust"])
    let group = MetricArguments.Group(members: PersonSet([1, 5, 300], universe: 400))
    let scan = try AudienceScan(follows, group: group, weight: .ties(trust, name: "trust"))
    let expected = AudienceOracle(follows).sums(group, weighing: trust.weighing)
    #expect(agree(scan.sums(0..<400), expected))
  }

  @Test func `a mask has the bits of its set`() {
    let set = PersonSet([0, 63, 64, 129], universe: 130)
    let mask = MemberMask(set)
    #expect((0..<130).filter { mask[$0] == 1 } == [0, 63, 64, 129])
    #expect(MemberMask(count: 130) { set.contains(PersonID($0)) }.words == mask.words)
  }
}

extension PulledWeights {
  /// The merging kernel on the weights' own rows, whatever their layout.
  fileprivate func merged(
    _ range: Range<Int>,
    by pull: AudiencePull,
    _ relation: Relation
  ) -> [AudienceSums] {
    switch self {
    case .coded(let weights): pull.merged(range, with: relation.backward, weights: weights)
    case .single(let weights): pull.merged(range, with: relation.backward, weights: weights)
    case .equal(let weights): pull.merged(range, with: relation.backward, weights: weights)
    }
  }
}
