import Diagnostics
import Graph
import Query
import TestSupport
import Testing
import Values

@Suite struct RankingTests {
  @Test(arguments: [
    ("followers", "bea ada cal hal dan eve fay gus", "1 2 3 4 5= 5= 5= 8"),
    ("top 3 by followers", "bea ada cal", "1 2 3"),
    ("top 5 by followers", "bea ada cal hal dan", "1 2 3 4 5="),
    ("bottom 3 by followers", "gus dan eve", "1 2= 2="),
    ("followers for @cal, @dan, @eve", "cal dan eve", "1 2= 2="),
    ("customers by followers", "cal fay", "1 2"),
    ("top 3 #pop by followers", "bea dan eve", "1 2= 2="),
    ("age", "cal gus ada bea dan eve fay hal", "1 2 3 4 5 6 - -"),
    ("bottom 3 by age", "eve dan bea", "1 2 3"),
    ("bottom 8 by age", "eve dan bea ada gus cal fay hal", "1 2 3 4 5 6 - -"),
    ("top 99 by age", "cal gus ada bea dan eve fay hal", "1 2 3 4 5 6 - -"),
    ("followers where customer", "cal fay", "1 2"),
    ("followers sort by age limit 2", "cal gus", "3 8"),
    ("followers sort by age ascending limit 3", "eve dan bea", "5= 5= 1"),
    ("followers sort by role", "hal cal dan eve bea fay ada gus", "4 3 5= 5= 1 5= 2 8"),
  ])
  func `who is where`(_ question: String, _ people: String, _ ranks: String) {
    let world = World(graph: .eightWithAttributes)
    check(question, in: world, expect: .people(people))
    check(question, in: world, expect: .column("rank", ranks))
  }

  @Test func `a cut through a tie says so`() {
    check("top 5 by followers", expect: .remark("2 more share place 5"))
    check("bottom 2 by followers", expect: .remark("2 more share place 2"))
  }

  @Test func `a proportion ranks by its cautious end`() {
    let overlap = "audience overlap with #yoga weighted by trust"
    check("top 3 by \(overlap)", expect: .people("cal ada hal"))
    check("top 3 by expected \(overlap)", expect: .people("ada cal hal"))
    // At the bottom whoever has the lowest upper end: five followers say more than one.
    check("bottom 1 by \(overlap)", expect: .people("bea"))
    check("bottom 3 by \(overlap)", expect: .people("bea dan eve"))
    // Arithmetic ranks by the value.
    check("top 3 by \(overlap) * 1", expect: .people("cal fay hal"))
  }

  /// Whether two values differ by nothing but rounding, and so share a place.
  private func agree(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-12 * max(abs(left), abs(right))
  }

  /// The first few are found without sorting the others.
  @Test(arguments: UInt64(1)...5)
  func `the first few are those of all in order`(_ seed: UInt64) throws {
    let world = World(graph: .random(people: 120, density: 0.02, seed: seed))
    for measure in ["followers", "follower ratio", "trust received"] {
      for direction in ["top", "bottom"] {
        let all = try answer("\(direction) 120 people by \(measure)", in: world).table
        for count in [1, 2, 7, 29] {
          let few = try answer("\(direction) \(count) people by \(measure)", in: world).table
          for name in ["person", "rank"] {
            let first = Array(cells(of: name, in: all).prefix(count))
            #expect(cells(of: name, in: few) == first, "\(direction) \(count) by \(measure)")
          }
        }
      }
    }
  }

  /// Equal values share the least of their places; the missing come last and have none.
  @Test(arguments: UInt64(1)...10)
  func `places follow the values`(_ seed: UInt64) throws {
    let world = World(graph: .random(people: 40, density: 0.06, seed: seed))
    for measure in [
      "followers", "trust received", "follower ratio", "reach", "followers / following",
    ] {
      let table = try answer(measure, in: world).table
      let name = table.columns[2].name
      guard case .numbers(let values)? = table[name]?.cells,
        case .ranks(let ranks)? = table["rank"]?.cells
      else { return }
      let handles = cells(of: "person", in: table)
      let known = values.filter { !$0.isNaN }
      #expect(values.prefix(known.count).allSatisfy { !$0.isNaN }, "the missing come last")
      for row in values.indices {
        if values[row].isNaN {
          #expect(ranks[row].place == 0)
        } else {
          let above = known.count { $0 > values[row] && !agree($0, values[row]) }
          #expect(ranks[row].place == above + 1)
          #expect(ranks[row].isShared == (known.count { agree($0, values[row]) } > 1))
        }
        guard row > 0 else { continue }
        let isTie =
          agree(values[row], values[row - 1]) || values[row].isNaN && values[row - 1].isNaN
        #expect(isTie ? handles[row - 1] < handles[row] : !(values[row] > values[row - 1]))
      }
      for count in [1, 3, 10, 39, 40, 50] {
        let top = try answer("top \(count) by \(measure)", in: world).table
        #expect(cells(of: "person", in: top) == Array(handles.prefix(count)))
        #expect(cells(of: "rank", in: top) == Array(cells(of: "rank", in: table).prefix(count)))
        let limited = try answer("\(measure) limit \(count)", in: world).table
        #expect(cells(of: "person", in: limited) == Array(handles.prefix(count)))
      }
    }
  }

  @Test func `companions stand beside the first measure`() throws {
    let table = try answer("audience overlap with #yoga weighted by trust, followers").table
    let names = table.columns.map(\.name)
    #expect(
      names == [
        "rank", "person", "audience overlap", "low", "expected", "shared", "audience",
        "effective audience", "trust known", "unweighted", "followers",
      ]
    )
    #expect(table["low"]?.ranks == true)
    #expect(table["audience overlap"]?.ranks == false)
  }
}
