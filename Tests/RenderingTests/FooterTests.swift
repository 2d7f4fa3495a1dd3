import Rendering
import Testing
import Values

/// The last lines under a table, and their numbers in words.
struct FooterTests {
  @Test func `parts are joined, and wrapped between them`() {
    let parts = ["8 people", "3 missing: no audience", "1 shared place", "0.40 ms"]
    #expect(
      Footer.text(parts) == "  8 people · 3 missing: no audience · 1 shared place · 0.40 ms"
    )
    #expect(
      Footer.text(parts, width: 40) == """
          8 people · 3 missing: no audience
          1 shared place · 0.40 ms
        """
    )
    #expect(Footer.text(["8 people"], indent: 0) == "8 people")
    #expect(Footer.text([]) == "")
  }

  @Test func `a table tells its rows and what is missing`() {
    #expect(
      Footer.parts(of: CanonicalTables.mixed) == [
        "4 people", "1 missing: no audience", "1 missing: no lift", "1 missing: no trust",
        "1 missing: no pagerank", "1 missing: no customer", "1 missing: no city",
        "1 missing: no joined",
      ]
    )
    #expect(Footer.parts(of: CanonicalTables.empty) == ["0 people"])
  }

  @Test(arguments: [
    (0, "people", "0 people"), (1, "people", "1 person"), (2000, "people", "2,000 people"),
    (1, "topics", "1 topic"), (1, "countries", "1 country"), (1, "ties", "1 tie"),
    (1_234_567, "posts", "1,234,567 posts"), (-1000, "x", "-1,000 x"),
    (999, "brands", "999 brands"),
    (1, "brass", "1 brass"),
  ])
  func `one of a thing is in the singular`(_ count: Int, _ plural: String, _ text: String) {
    #expect(Tally.text(count, plural) == text)
  }

  @Test(arguments: [
    (Duration.zero, "0 µs"), (.nanoseconds(450), "0.45 µs"), (.microseconds(1), "1.0 µs"),
    (.microseconds(412), "410 µs"), (.nanoseconds(999_600), "1.0 ms"),
    (.milliseconds(4.2), "4.2 ms"),
    (.milliseconds(42), "42 ms"), (.milliseconds(424), "420 ms"), (.milliseconds(996), "1.0 s"),
    (.seconds(1.25), "1.3 s"), (.seconds(59.4), "59 s"), (.seconds(59.7), "1.0 min"),
    (.seconds(90), "1.5 min"), (.seconds(7200), "120 min"), (.seconds(-1), "0 µs"),
  ])
  func `a time has two significant digits`(_ duration: Duration, _ text: String) {
    #expect(DurationText.text(duration) == text)
  }
}
