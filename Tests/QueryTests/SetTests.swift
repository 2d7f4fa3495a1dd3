import Graph
import Query
import TestSupport
import Testing
import Values

@Suite struct SetTests {
  @Test(arguments: [
    ("people", "ada bea cal dan eve fay gus hal"),
    ("#yoga", "ada cal fay hal"),
    ("topic yoga", "ada cal fay hal"),
    ("topic \"YOGA\"", "ada cal fay hal"),
    ("people interested in #yoga", "ada cal fay hal"),
    ("people interested in #yoga or #pop", "ada bea cal dan eve fay gus hal"),
    ("people interested in #yoga, #pop", "ada bea cal dan eve fay gus hal"),
    ("people interested in #yoga and #pop", ""),
    ("@ADA, @fay", "ada fay"),
    ("@fay and @ada", "ada fay"),
    ("followers of @ada", "cal fay gus hal"),
    ("followers of @ada and @cal", "fay hal"),
    ("followers of @ada or @dan", "cal eve fay gus hal"),
    ("followers of @ada, @dan", "cal eve fay gus hal"),
    ("followers of (@ada, @dan)", "cal eve fay gus hal"),
    ("followers of #pop", "cal dan eve fay gus"),
    ("followers of (#yoga but not @ada)", "ada cal fay hal"),
    ("audience of @bea over mentions", "eve"),
    ("audience of @ada over trust", "cal fay gus hal"),
    ("#yoga and followers of @bea", "cal fay"),
    ("#yoga or followers of @bea", "ada cal dan eve fay gus hal"),
    ("#yoga but not followers of @bea", "ada hal"),
    ("people but not #yoga but not @bea", "dan eve gus"),
    ("people but not (#yoga or @bea)", "dan eve gus"),
    ("customers", "cal fay"),
    ("Customers and #yoga", "cal fay"),
    ("people but not customers", "ada bea dan eve gus hal"),
    ("bots or customers", "cal fay gus"),
    ("(customers where age > 50)", "cal"),
    ("(top 2 people by followers)", "ada bea"),
    ("(top 3 people by followers) but not #yoga", "bea"),
    ("followers of (top 1 people by followers)", "cal dan eve fay gus"),
    ("(followers of @dan) or @bea", "bea eve"),
  ])
  func `the people of a set`(_ question: String, _ people: String) {
    check(question, in: World(graph: .eightWithAttributes), expect: .people(people))
  }

  @Test(arguments: [
    (0.5, "ada cal fay hal"), (0.3, "ada cal fay gus hal"), (0.9, "ada cal hal"), (1, "ada hal"),
  ])
  func `the threshold cuts interest`(_ threshold: Double, _ people: String) {
    let world = World(settings: QuerySettings(interestThreshold: threshold))
    check("#yoga", in: world, expect: .people(people))
    let said = spelled(.number(threshold))
    check("#yoga", in: world, expect: .reading("#yoga  -- interest >= \(said)"))
  }

  @Test(arguments: [
    ("fans", "dan eve"), ("fans or @ada", "ada dan eve"), ("FANS but not @dan", "eve"),
    ("wellness", "ada bea cal dan eve fay gus hal"), ("followers of fans", "dan eve"),
    ("(loud where big > 9)", "bea"), ("people where fans", "dan eve"),
    ("people where not fans and age > 40", "cal"),
  ])
  func `a definition stands for its meaning`(_ question: String, _ people: String) {
    let world = World(
      graph: .eightWithAttributes,
      definitions: [
        "define fans as people where role = \"fan\"", "define wellness as #yoga or #pop",
        "define loud as people where followers > 2", "define big as followers * 2",
      ]
    )
    check(question, in: world, expect: .people(people))
  }

  @Test(arguments: UInt64(1)...6)
  func `sets are what sets of names make of them`(_ seed: UInt64) throws {
    let world = World(graph: .random(people: 40, density: 0.1, seed: seed))
    let everybody = try members("people", world)
    let (a, b) = (try members("#yoga", world), try members("followers of @p1", world))
    let (c, d) = (try members("followers of @p2", world), try members("#chess", world))
    #expect(try members("#yoga and followers of @p1", world) == a.intersection(b))
    #expect(try members("#yoga or followers of @p1", world) == a.union(b))
    #expect(try members("#yoga but not followers of @p1", world) == a.subtracting(b))
    let rest = try members("people but not (#yoga or followers of @p1)", world)
    #expect(rest == everybody.subtracting(a).subtracting(b))
    #expect(try members("followers of @p1 and @p2", world) == b.intersection(c))
    #expect(try members("followers of @p1 or @p2", world) == b.union(c))
    let nested = try members("#yoga and (#chess or followers of @p2)", world)
    #expect(nested == a.intersection(d.union(c)))
  }

  private func members(_ question: String, _ world: World) throws -> Set<String> {
    Set(cells(of: "person", in: try answer(question, in: world).table))
  }
}
