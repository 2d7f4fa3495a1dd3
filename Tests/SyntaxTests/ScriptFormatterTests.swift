import Diagnostics
import Syntax
import Testing

@Suite struct ScriptFormatterTests {
  /// Scripts beside their normal form.
  private static let scripts: [(typed: String, normal: String)] = [
    // Words of the grammar, names, texts.
    ("TOP 3 People BY Reach", "top 3 people by Reach\n"),
    ("Define Top Fans AS Customers", "define Top Fans as Customers\n"),
    ("count people where COUNTRY = “NL”", "count people where COUNTRY = \"NL\"\n"),
    ("load FOLLOWS from 'x'".replacing("'", with: "\""), "load follows from \"x\"\n"),
    ("load trust from \"T.csv\" (Trust = Trust)", "load trust from \"T.csv\" (Trust = Trust)\n"),
    ("followers of @“Ann Lee”, @Bob", "followers of @\"Ann Lee\", @Bob\n"),
    ("help  Audience   Overlap", "help Audience Overlap\n"),
    (#"run "a \“b\” c""#, #"run "a \“b\” c""# + "\n"),
    // Spaces.
    ("  count\tpeople  ", "count people\n"),
    ("people where followers>=10 and reach<5", "people where followers >= 10 and reach < 5\n"),
    ("followers/following+1", "followers / following + 1\n"),
    ("log ( followers )*-2", "log(followers) * -2\n"),
    ("pagerank(damping 0.5)", "pagerank (damping 0.5)\n"),
    ("audience overlap with( #yoga or #pop )", "audience overlap with (#yoga or #pop)\n"),
    ("followers of ( @ann ,@bob )", "followers of (@ann, @bob)\n"),
    ("load trust from \"t\"(scale=-10 to 10)", "load trust from \"t\" (scale = -10 to 10)\n"),
    ("reach within 2 hops -followers", "reach within 2 hops - followers\n"),
    ("followers - - 2", "followers - -2\n"),
    ("top 3 by - -followers", "top 3 by - -followers\n"),
    ("followers −2", "followers - 2\n"),
    ("top 3 by followers -( - reach )", "top 3 by followers - (-reach)\n"),
    // Parameters and table verbs.
    (
      "param $Set :set=followers of @ann\nCOUNT $Set;param $w: duration=90 days\n"
        + "Followers IN The Last $w|LIMIT 5",
      "param $Set: set = followers of @ann\ncount $Set\nparam $w: duration = 90 days\n"
        + "Followers in the last $w | limit 5\n"
    ),
    ("|WHERE reach>1\n  |Limit 5", "| where reach > 1\n    | limit 5\n"),
    ("count people in the last 90 Days", "count people in the last 90 days\n"),
    // Lines.
    ("", ""),
    (" \n\n ; \n", ""),
    ("count people\r\n\r\ncount bots\r\n", "count people\n\ncount bots\n"),
    ("count people;count bots ; ;\n;\nquit", "count people\ncount bots\nquit\n"),
    ("count people;\n  count bots", "count people\ncount bots\n"),
    ("\n\ncount people\n\n\n\ncount bots\n\n", "count people\n\ncount bots\n"),
    ("count people\n where\n\t\treach > 1", "count people\n    where\n    reach > 1\n"),
    ("count (\n @ann\n , @bob )", "count (\n    @ann\n    , @bob)\n"),
    // Comments.
    ("--  as it IS  \n\n\n", "--  as it IS\n"),
    ("count people -- all\ncount bots\t--bad", "count people  -- all\ncount bots  --bad\n"),
    ("count people; -- all\n-- next\nquit", "count people  -- all\n-- next\nquit\n"),
    (
      "count people -- a\n-- b\n\n  -- c\n where reach > 1 -- d\n  -- e\n-- f\nquit",
      """
      count people  -- a
          -- b

          -- c
          where reach > 1  -- d
          -- e
      -- f
      quit

      """
    ),
    ("  -- first\n  count people", "-- first\ncount people\n"),
  ]

  private let formatter = ScriptFormatter(lexicon: exampleLexicon)

  @Test(arguments: scripts)
  func `a script has its normal form`(_ typed: String, _ normal: String) throws {
    #expect(try formatter.normalForm(of: SourceText(typed)) == normal)
    #expect(try formatter.normalForm(of: SourceText(normal)) == normal)
  }

  @Test(arguments: [
    ("count people\ntop 3 by\ncount", [2, 3]), ("count \"people", [1]),
    ("#yoga or customers and bots", [1]),
  ])
  func `a script that does not parse has none`(_ text: String, _ lines: [Int]) {
    do throws(Diagnostics) {
      let normal = try formatter.normalForm(of: SourceText(text))
      Issue.record("formatted as \(normal)")
    } catch {
      #expect(error.all.compactMap(\.place?.line) == lines)
    }
  }
}
