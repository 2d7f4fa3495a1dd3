import Rendering
import Testing
import Values

/// What `--format latex` writes.
struct LaTeXTests {
  @Test func `no rows`() {
    let expected = #"""
      \begin{tabular}{rlr}
      \hline
      rank & person & followers \\
      \hline
      \hline
      \end{tabular}

      """#
    #expect(written(CanonicalTables.empty, as: LaTeX()) == expected)
  }

  @Test func `every kind and unit, missing cells, shared ranks`() {
    let expected = #"""
      \begin{tabular}{rlrrrrrrrlll}
      \hline
      rank & person & audience overlap & expected & shared & lift & trust & index & pagerank &\#
       customer & city & joined \\
      \hline
      1 & cal & 0.929 & 12.345678901234567 & 13 & 2.01152074 & 0.1 & 100 & 0.350877 & yes &\#
       Utrecht & 2026-01-31T00:00:00Z \\
      2 & ann & 0.5 & 3 & 1200 & 1 & -0.25 & 250.04 & 0.001 & no &  &  \\
      2 & dee & 0.5 & 0 & 0 &  & 1 & 0 & 0.0123456 &  &  & 2025-12-01T14:05:09.25Z \\
      4 & bob &  &  & 7 & 0.1 &  & 99.95 &  & yes & São Paulo & 1999-02-28T00:00:00Z \\
      \hline
      \end{tabular}

      """#
    #expect(written(CanonicalTables.mixed, as: LaTeX()) == expected)
  }

  @Test func `wide and hostile names`() {
    let expected = #"""
      \begin{tabular}{llr}
      \hline
      person & motto, and more & x \\
      \hline
      田中 & 日本語のとても長い文章です。終わりません。 & 1 \\
      Ann Lee & a,b;c\textbackslash{}td & 22 \\
      e\#u{301}lan & line\textbackslash{}nbreak\textbackslash{}r\textbackslash{}n & 333 \\
      \textbackslash{}u\{202E\}moc.live & =1+1\textbar{}{*}x{*} & 4 \\
      bob\textbackslash{}u\{1B\}{[}2J & C:\textbackslash{}new & 5 \\
      say "hi" & \textbackslash{}u\{2028\}\textbackslash{}u\{07\}\textbackslash{}u\{9B\} & 6 \\
      a\_b & 👩‍👩‍👧 \textless{}b\textgreater{} & 7 \\
      \hline
      \end{tabular}

      """#
    #expect(written(CanonicalTables.hostile, as: LaTeX()) == expected)
  }

  @Test func `every sign that LaTeX reads is written out`() {
    let table = Table([Column("x", cells: .texts([#"&%$#_{}~^[*\"#]))])
    let line = written(table, as: LaTeX()).split(separator: "\n")[4]
    let signs = ##"\&\%\$\#\_\{\}\textasciitilde{}\textasciicircum{}{[}{*}\textbackslash{}"##
    #expect(line == signs + #" \\"#)
  }
}
