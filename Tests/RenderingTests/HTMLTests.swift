import Rendering
import Testing
import Values

/// What `--format html` writes.
struct HTMLTests {
  private let top = """
    <!doctype html>
    <meta charset="utf-8">
    <title>people</title>
    <style>
    th { text-align: left }
    .number { text-align: right }
    </style>
    <table>
    <thead>

    """

  @Test func `no rows`() {
    let expected = #"""
      <tr><th class="number">rank</th><th>person</th><th class="number">followers</th></tr>
      </thead>
      <tbody>
      </tbody>
      </table>

      """#
    #expect(written(CanonicalTables.empty, as: HTML()) == top + expected)
  }

  @Test func `every kind and unit, missing cells, shared ranks`() {
    let lines = written(CanonicalTables.mixed, as: HTML()).split(separator: "\n")
    let last = #"""
      <tr><td class="number">4</td><td>bob</td><td class="number"></td><td class="number"></td>\#
      <td class="number">7</td><td class="number">0.1</td><td class="number"></td>\#
      <td class="number">99.95</td><td class="number"></td><td>yes</td><td>São Paulo</td>\#
      <td>1999-02-28T00:00:00Z</td></tr>
      """#
    #expect(lines.count == 18)
    #expect(lines[15] == last)
    #expect(lines[13].contains(#"<td class="number">2</td><td>ann</td>"#))
  }

  @Test func `wide and hostile names`() {
    let rows = written(CanonicalTables.hostile, as: HTML()).split(separator: "\n").dropFirst(12)
    let expected = #"""
      <tr><td>田中</td><td>日本語のとても長い文章です。終わりません。</td><td class="number">1</td></tr>
      <tr><td>Ann Lee</td><td>a,b;c\td</td><td class="number">22</td></tr>
      <tr><td>e\#u{301}lan</td><td>line\nbreak\r\n</td><td class="number">333</td></tr>
      <tr><td>\u{202E}moc.live</td><td>=1+1|*x*</td><td class="number">4</td></tr>
      <tr><td>bob\u{1B}[2J</td><td>C:\new</td><td class="number">5</td></tr>
      <tr><td>say &quot;hi&quot;</td><td>\u{2028}\u{07}\u{9B}</td><td class="number">6</td></tr>
      <tr><td>a_b</td><td>👩‍👩‍👧 &lt;b&gt;</td><td class="number">7</td></tr>
      </tbody>
      </table>
      """#
    #expect(rows.joined(separator: "\n") == expected)
  }

  @Test func `no text of a cell or a header is read as markup`() {
    let text = #"</td><script>'&amp;"</script>"#
    let table = Table([Column(text, cells: .texts([text]))], rowNoun: text)
    let page = written(table, as: HTML())
    let escaped = "&lt;/td&gt;&lt;script&gt;&#39;&amp;amp;&quot;&lt;/script&gt;"
    #expect(page.contains("<td>\(escaped)</td>"))
    #expect(page.contains("<th>\(escaped)</th>"))
    #expect(page.contains("<title>\(escaped)</title>"))
    #expect(!page.contains("<script"))
  }
}
