import Rendering
import Testing
import Values

/// What is drawn for a terminal, as it looks.
struct BoxTests {
  private static let mixed = CanonicalTables.mixed

  @Test func `no rows: the header alone`() {
    let expected = #"""
      ┌──────┬────────┬─────────────┐
      │ rank │ person │ followers ▼ │
      └──────┴────────┴─────────────┘

      """#
    #expect(
      written(CanonicalTables.empty, as: Box()) == expected
    )
  }

  @Test func `one number`() {
    let expected = #"""
      ┌────────┐
      │ people │
      ├────────┤
      │      8 │
      └────────┘

      """#
    #expect(
      written(
        Table([Column("people", unit: .count(of: "people"), cells: .numbers([8]))]),
        as: Box()
      ) == expected
    )
  }

  @Test func `ranks, people and numbers of every unit`() {
    let expected = #"""
      ┌──────┬────────┬────────────────────┬──────────┬────────┬───────┬────────┐
      │ rank │ person │ audience overlap ▼ │ expected │ shared │  lift │  trust │
      ├──────┼────────┼────────────────────┼──────────┼────────┼───────┼────────┤
      │   1  │ @cal   │             92.9 % │    12.35 │     13 │ 2.01× │  0.100 │
      │   2= │ @ann   │             50.0 % │     3.00 │   1200 │ 1.00× │ -0.250 │
      │   2= │ @dee   │             50.0 % │     0.00 │      0 │     - │  1.000 │
      │   4  │ @bob   │                  - │        - │      7 │ 0.10× │      - │
      └──────┴────────┴────────────────────┴──────────┴────────┴───────┴────────┘

      """#
    #expect(
      written(Table(Array(Self.mixed.columns.prefix(7))), as: Box()) == expected
    )
  }

  @Test func `indices, plain numbers, flags, texts and times`() {
    let expected = #"""
      ┌───────┬──────────┬──────────┬───────────┬─────────────────────┐
      │ index │ pagerank │ customer │ city      │ joined              │
      ├───────┼──────────┼──────────┼───────────┼─────────────────────┤
      │ 100.0 │ 0.350877 │ yes      │ Utrecht   │ 2026-01-31          │
      │ 250.0 │ 0.001000 │ no       │ -         │ -                   │
      │   0.0 │ 0.012346 │ -        │           │ 2025-12-01 14:05:09 │
      │ 100.0 │        - │ yes      │ São Paulo │ 1999-02-28          │
      └───────┴──────────┴──────────┴───────────┴─────────────────────┘

      """#
    #expect(
      written(Table(Array(Self.mixed.columns.suffix(5))), as: Box()) == expected
    )
  }

  @Test func `wide and hostile names`() {
    let expected = #"""
      ┌─────────────────────┬────────────────────────────────────────────┬─────┐
      │ person              │ motto, and more                            │   x │
      ├─────────────────────┼────────────────────────────────────────────┼─────┤
      │ @田中               │ 日本語のとても長い文章です。終わりません。 │   1 │
      │ @"Ann Lee"          │ a,b;c\td                                   │  22 │
      │ @e\#u{301}lan               │ line\nbreak\r\n                            │ 333 │
      │ @"\u{202E}moc.live" │ =1+1|*x*                                   │   4 │
      │ @"bob\u{1B}[2J"     │ C:\new                                     │   5 │
      │ @"say \"hi\""       │ \u{2028}\u{07}\u{9B}                       │   6 │
      │ @a_b                │ 👩‍👩‍👧 <b>                                     │   7 │
      └─────────────────────┴────────────────────────────────────────────┴─────┘

      """#
    #expect(
      written(CanonicalTables.hostile, as: Box()) == expected
    )
  }

  @Test func `long texts are cut first`() {
    let expected = #"""
      ┌──────────────────┬─────────────┬─────┐
      │ person           │ motto, and… │   x │
      ├──────────────────┼─────────────┼─────┤
      │ @田中            │ 日本語のと… │   1 │
      │ @"Ann Lee"       │ a,b;c\td    │  22 │
      │ @e\#u{301}lan            │ line\nbrea… │ 333 │
      │ @"\u{202E}moc.l… │ =1+1|*x*    │   4 │
      │ @"bob\u{1B}[2J"  │ C:\new      │   5 │
      │ @"say \"hi\""    │ \u{2028}\u… │   6 │
      │ @a_b             │ 👩‍👩‍👧 <b>      │   7 │
      └──────────────────┴─────────────┴─────┘

      """#
    #expect(
      written(CanonicalTables.hostile, as: Box(), style: TableStyle(width: 40)) == expected
    )
  }

  @Test func `rows in the middle and columns at the end are left out, and said to be`() {
    let expected = #"""
      ┌──────┬────────┬────────────────────┬──────────┬────────┬───────┬────────┐
      │ rank │ person │ audience overlap ▼ │ expected │ shared │  lift │  trust │
      ├──────┼────────┼────────────────────┼──────────┼────────┼───────┼────────┤
      │   1  │ @cal   │             92.9 % │    12.35 │     13 │ 2.01× │  0.100 │
      │   2= │ @ann   │             50.0 % │     3.00 │   1200 │ 1.00× │ -0.250 │
      │    ⋮ │ ⋮      │                  ⋮ │        ⋮ │      ⋮ │     ⋮ │      ⋮ │
      │   4  │ @bob   │                  - │        - │      7 │ 0.10× │      - │
      └──────┴────────┴────────────────────┴──────────┴────────┴───────┴────────┘
        4 people, 3 shown
        hidden: index, pagerank, customer, city, joined

      """#
    #expect(
      written(Self.mixed, as: Box(), style: TableStyle(width: 80, rows: 3)) == expected
    )
  }

  @Test func `plain characters where lines cannot be drawn`() {
    let expected = #"""
      +------+--------+--------------------+
      | rank | person | audience overlap v |
      +------+--------+--------------------+
      |    1 | @cal   |             92.9 % |
      |    : | :      |                  : |
      |    4 | @bob   |                  - |
      +------+--------+--------------------+
        4 people, 2 shown
        hidden: expected, shared, lift, trust,
          index, pagerank, customer, city,
          joined

      """#
    #expect(
      written(Self.mixed, as: Box(), style: TableStyle(width: 40, rows: 2, drawsLines: false))
        == expected
    )
  }
}
