import Rendering
import Testing

/// What `--format json` writes.
struct JSONTests {
  @Test func `no rows`() {
    let expected = #"""
      []

      """#
    #expect(written(CanonicalTables.empty, as: JSON()) == expected)
  }

  @Test func `every kind and unit, missing cells, shared ranks`() {
    let expected = #"""
      [{"rank":1,"person":"cal","audience overlap":0.929,"expected":12.345678901234567,\#
      "shared":13,"lift":2.01152074,"trust":0.1,"index":100,"pagerank":0.350877,"customer":true,\#
      "city":"Utrecht","joined":"2026-01-31T00:00:00Z"},
       {"rank":2,"person":"ann","audience overlap":0.5,"expected":3,"shared":1200,"lift":1,\#
      "trust":-0.25,"index":250.04,"pagerank":0.001,"customer":false,"city":null,"joined":null},
       {"rank":2,"person":"dee","audience overlap":0.5,"expected":0,"shared":0,"lift":null,\#
      "trust":1,"index":0,"pagerank":0.0123456,"customer":null,"city":"",\#
      "joined":"2025-12-01T14:05:09.25Z"},
       {"rank":4,"person":"bob","audience overlap":null,"expected":null,"shared":7,"lift":0.1,\#
      "trust":null,"index":99.95,"pagerank":null,"customer":true,"city":"São Paulo",\#
      "joined":"1999-02-28T00:00:00Z"}]

      """#
    #expect(written(CanonicalTables.mixed, as: JSON()) == expected)
  }

  @Test func `wide and hostile names`() {
    let expected = #"""
      [{"person":"田中","motto, and more":"日本語のとても長い文章です。終わりません。","x":1},
       {"person":"Ann Lee","motto, and more":"a,b;c\td","x":22},
       {"person":"e\#u{301}lan","motto, and more":"line\nbreak\r\n","x":333},
       {"person":"\#u{202E}moc.live","motto, and more":"=1+1|*x*","x":4},
       {"person":"bob\u001b[2J","motto, and more":"C:\\new","x":5},
       {"person":"say \"hi\"","motto, and more":"\u2028\u0007\u009b","x":6},
       {"person":"a_b","motto, and more":"👩‍👩‍👧 <b>","x":7}]

      """#
    #expect(written(CanonicalTables.hostile, as: JSON()) == expected)
  }
}
