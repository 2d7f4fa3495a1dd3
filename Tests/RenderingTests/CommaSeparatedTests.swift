import Rendering
import Testing

/// What `--format csv` writes.
struct CommaSeparatedTests {
  @Test func `no rows`() {
    let expected = #"""
      rank,person,followers

      """#
    #expect(written(CanonicalTables.empty, as: CommaSeparated()) == expected)
  }

  @Test func `every kind and unit, missing cells, shared ranks`() {
    let expected = #"""
      rank,person,audience overlap,expected,shared,lift,trust,index,pagerank,customer,city,joined
      1,cal,0.929,12.345678901234567,13,2.01152074,0.1,100,0.350877,yes,Utrecht,\#
      2026-01-31T00:00:00Z
      2,ann,0.5,3,1200,1,-0.25,250.04,0.001,no,,
      2,dee,0.5,0,0,,1,0,0.0123456,,"",2025-12-01T14:05:09.25Z
      4,bob,,,7,0.1,,99.95,,yes,São Paulo,1999-02-28T00:00:00Z

      """#
    #expect(written(CanonicalTables.mixed, as: CommaSeparated()) == expected)
  }

  @Test func `wide and hostile names`() {
    let expected = #"""
      person,"motto, and more",x
      田中,日本語のとても長い文章です。終わりません。,1
      Ann Lee,"a,b;c\#td",22
      e\#u{301}lan,"line
      break\#r
      ",333
      \#u{202E}moc.live,=1+1|*x*,4
      bob\#u{1B}[2J,C:\new,5
      "say ""hi""",\#u{2028}\#u{7}\#u{9B},6
      a_b,👩‍👩‍👧 <b>,7

      """#
    #expect(written(CanonicalTables.hostile, as: CommaSeparated()) == expected)
  }
}
