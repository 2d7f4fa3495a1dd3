import Rendering
import Testing

/// What `--format tsv` writes.
struct TabSeparatedTests {
  @Test func `no rows`() {
    let expected = #"""
      rank\#tperson\#tfollowers

      """#
    #expect(written(CanonicalTables.empty, as: TabSeparated()) == expected)
  }

  @Test func `every kind and unit, missing cells, shared ranks`() {
    let expected = #"""
      rank\#tperson\#taudience overlap\#texpected\#tshared\#tlift\#ttrust\#tindex\#t\#
      pagerank\#tcustomer\#tcity\#tjoined
      1\#tcal\#t0.929\#t12.345678901234567\#t13\#t2.01152074\#t0.1\#t100\#t0.350877\#tyes\#t\#
      Utrecht\#t2026-01-31T00:00:00Z
      2\#tann\#t0.5\#t3\#t1200\#t1\#t-0.25\#t250.04\#t0.001\#tno\#t\#t
      2\#tdee\#t0.5\#t0\#t0\#t\#t1\#t0\#t0.0123456\#t\#t\#t2025-12-01T14:05:09.25Z
      4\#tbob\#t\#t\#t7\#t0.1\#t\#t99.95\#t\#tyes\#tSão Paulo\#t1999-02-28T00:00:00Z

      """#
    #expect(written(CanonicalTables.mixed, as: TabSeparated()) == expected)
  }

  @Test func `wide and hostile names`() {
    let expected = #"""
      person\#tmotto, and more\#tx
      田中\#t日本語のとても長い文章です。終わりません。\#t1
      Ann Lee\#ta,b;c\td\#t22
      e\#u{301}lan\#tline\nbreak\r\n\#t333
      \#u{202E}moc.live\#t=1+1|*x*\#t4
      bob\u{1B}[2J\#tC:\\new\#t5
      say "hi"\#t\#u{2028}\u{07}\u{9B}\#t6
      a_b\#t👩‍👩‍👧 <b>\#t7

      """#
    #expect(written(CanonicalTables.hostile, as: TabSeparated()) == expected)
  }
}
