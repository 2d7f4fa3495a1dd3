extension Phrase {
  /// What people type, the more particular before the more general.
  static let all = numbered + beginnings + conditions + acts + joints + periods + files + groups

  /// `top ten people by followers`.
  private static let numbered = ["top", "bottom"].flatMap { end in
    [("three", 3), ("five", 5), ("ten", 10), ("twenty", 20), ("hundred", 100)].map { word, number in
      Phrase("^ \(end) \(word) <rest>", as: "\(end) \(number) <rest>", counting)
    }
  }

  /// A question begins with what is asked for.
  private static let beginnings = [
    Phrase("^ who follows <whom>", as: "followers of <whom>", asking),
    Phrase("^ who are <set>", as: "<set>", asking),
    Phrase("^ how many followers does <whom> have", as: "followers for <whom>", asking),
    Phrase("^ how many <rest>", as: "count <rest>", asking),
    Phrase("^ show me <rest>", as: "<rest>", asking),
    Phrase("^ give me <rest>", as: "<rest>", asking),
    Phrase("^ select <columns> from <set>", as: "show <columns> for <set>", asking),
    Phrase("^ list|find|select|rank|get|display <rest>", as: "<rest>", asking),
    Phrase("^ who <act> <whom>", as: "people who <act> <whom>", asking),
    Phrase("^ people by followers in <order>", as: "people by followers", asking),
    Phrase(
      "^ top|bottom <n:number> <set> for|on|about <w:word> $",
      among: [
        "top <n> people by audience overlap with #<w>",
        "top <n> people by expected audience overlap with #<w>",
      ],
      "`top` needs a measure after `by`; these take a topic"
    ),
    Phrase(
      "^ mentions of <whom>",
      among: [
        "mentions received for <whom>", "people who mention <whom>", "posts that mention <whom>",
      ],
      "`mentions of` says neither how many, nor who, nor which posts"
    ),
    Phrase(
      "^ shares of <whom>",
      among: ["shares received for <whom>", "people who share <whom>"],
      "`shares of` says neither how many nor who"
    ),
    Phrase(
      "^ replies to <whom>",
      among: ["replies received for <whom>", "people who reply to <whom>"],
      "`replies to` says neither how many nor who"
    ),
    Phrase(
      "^ compare <a:handle> , <b:handle>",
      among: [
        "show followers, pagerank for <a>, <b>",
        "overlap between followers of <a>, followers of <b>",
      ],
      "`compare` takes measures, not people"
    ),
    Phrase(
      "^ compare <a:handle> and|with|to <b:handle>",
      among: [
        "show followers, pagerank for <a>, <b>",
        "overlap between followers of <a>, followers of <b>",
      ],
      "`compare` takes measures, not people"
    ),
    Phrase("^ define <w:word> as top <rest>", as: "define <w> as (top <rest>)", ranking),
    Phrase("for top <rest>", as: "for (top <rest>)", ranking),
    Phrase("^ set colours|colour|color <rest>", as: "set colors <rest>", "the setting is `colors`"),
    Phrase("in-degree|indegree|degree", as: "followers", degrees),
    Phrase("degree centrality", as: "followers", degrees),
    Phrase("in-degree|indegree centrality", as: "followers", degrees),
    Phrase("out-degree|outdegree", as: "following", degrees),
    Phrase("out-degree|outdegree centrality", as: "following", degrees),
    Phrase("^ histogram of <m>", as: "<m> as histogram", drawing),
    Phrase("^ draw|plot|chart <m>", as: "<m> as bars", drawing),
    Phrase("^ <m:word> ( <whom:handle> ) $", as: "<m> for <whom>", "people stand behind `for`"),
    Phrase("^ top by <rest>", as: "top 10 by <rest>", counting),
    Phrase("^ top <set> by <rest>", as: "top 10 <set> by <rest>", counting),
    Phrase("^ bottom <set> by <rest>", as: "bottom 10 <set> by <rest>", counting),
    Phrase("^ where|sort|limit|keep <rest>", as: "| <whole>", goingOn),
    Phrase("^ | top <n:number>", as: "| limit <n>", goingOn),
    Phrase("^ export|save as <t:text>", as: "| into <t>", goingOn),
    Phrase("^ export <t:text>", as: "| into <t>", goingOn),
    Phrase("^ > <t:text>", as: "| into <t>", goingOn),
    Phrase(
      "^ | followers|people|count|show|top <rest> $",
      among: ["| where rank <= 10", "| sort by person", "| limit 10", "count those"],
      "behind `|` the last table goes on; a set can take it up as `those`"
    ),
    Phrase("^ exit|quit|bye <rest>", as: "quit", "`quit` stands alone"),
  ]

  /// Rows are chosen by `where` and a comparison.
  private static let conditions = [
    Phrase("with more than <n:number> <m>", as: "where <m> > <n>", choosing),
    Phrase("with over|above <n:number> <m>", as: "where <m> > <n>", choosing),
    Phrase("with at least <n:number> <m>", as: "where <m> >= <n>", choosing),
    Phrase("with at most <n:number> <m>", as: "where <m> <= <n>", choosing),
    Phrase("with fewer|less than <n:number> <m>", as: "where <m> < <n>", choosing),
    Phrase("with under|below <n:number> <m>", as: "where <m> < <n>", choosing),
    Phrase("over|above <n:number> <m>", as: "where <m> > <n>", choosing),
    Phrase("under|below <n:number> <m>", as: "where <m> < <n>", choosing),
    Phrase("without a|an|any <m>", as: "where <m> is missing", choosing),
    Phrase("having <rest>", as: "where <rest>", "conditions stand behind `where`"),
    Phrase("whose <rest>", as: "where <rest>", "conditions stand behind `where`"),
    Phrase("is greater|more|larger than <m>", as: "> <m>", comparing),
    Phrase("is less|fewer|smaller than <m>", as: "< <m>", comparing),
    Phrase("is at least <m>", as: ">= <m>", comparing),
    Phrase("is at most <m>", as: "<= <m>", comparing),
    Phrase("<m:word> is not missing|null", as: "not <m> is missing", comparing),
    Phrase("is null|unknown|empty", as: "is missing", comparing),
    Phrase("is <t:text>", as: "= <t>", "`is` stands only before `missing`"),
    Phrase("like|contains <t:text>", as: "matches <t>", "patterns stand behind `matches`"),
    Phrase("= = <m>", as: "= <m>", "one `=` compares"),
    Phrase("< > <m>", as: "!= <m>", "`!=` is not equal"),
  ]

  /// What people do is said in the present, of many.
  private static let acts = [
    Phrase("but who <act>", as: "who <act>", "`who` stands right behind its set"),
    Phrase("and who <act>", as: "who <act>", "`who` stands right behind its set"),
    Phrase("following <whom>", as: "who follow <whom>", acting),
    Phrase("who are followed by <whom>", as: "followed by <whom>", acting),
    Phrase("not <set> $", as: "but not <set>", "sets are taken away by `but not`"),
    Phrase("who are not <set>", as: "but not <set>", "sets are taken away by `but not`"),
    Phrase("people who are <set>", as: "<set>", asking),
    Phrase("<set> who are <other>", as: "<set> and <other>", "sets are joined by `and`"),
    Phrase("not interested in <topic>", as: "but not <topic>", "sets are taken away by `but not`"),
    Phrase("who don't|doesn't|dont|doesnt|not <act>", as: "who do not <act>", acting),
    Phrase("who didn't|never <act>", as: "who do not <act>", acting),
    Phrase("who follows|followed <whom>", as: "who follow <whom>", acting),
    Phrase("who mentions|mentioned <whom>", as: "who mention <whom>", acting),
    Phrase("who replies|replied to <whom>", as: "who reply to <whom>", acting),
    Phrase("who shares|shared|retweeted|retweet <whom>", as: "who share <whom>", acting),
    Phrase("who likes|liked <whom>", as: "who like <whom>", acting),
    Phrase("who trusts|trusted <whom>", as: "who trust <whom>", acting),
    Phrase("that follow|mention|trust <whom>", as: "who follow <whom>", acting),
    Phrase("interested on|about <topic>", as: "interested in <topic>", "the word is `in`"),
    Phrase("into <topic>", as: "interested in <topic>", "the word is `interested in`"),
  ]

  /// Words that join the parts of a statement.
  private static let joints = [
    Phrase("order|sorted by <rest>", as: "sort by <rest>", "rows are ordered by `sort by`"),
    Phrase("group|grouped by <rest>", as: "per <rest>", "groups stand behind `per`"),
    Phrase("for each <rest>", as: "per <rest>", "groups stand behind `per`"),
    Phrase("^ <m> desc|descending $", as: "people by <m>", "`by` ranks, the greatest first"),
    Phrase("^ <m> asc|ascending $", as: "bottom 10 by <m>", "`bottom` ranks, the least first"),
    Phrase("<m:word> desc", as: "<m> descending", "the word is `descending`"),
    Phrase("<m:word> asc", as: "<m> ascending", "the word is `ascending`"),
    Phrase("weighed|weight|weighting by <w>", as: "weighted by <w>", "the words are `weighted by`"),
    Phrase("except|excluding|minus <set>", as: "but not <set>", "sets are taken away by `but not`"),
    Phrase(
      "but not <a> and <b>",
      among: ["but not <a> but not <b>", "but not (<a> and <b>)"],
      "`but not` takes one set away; what `and` joins behind it can be meant in two ways"
    ),
    Phrase(
      "^ <set> but not <a> or <b> $",
      among: ["<set> but not (<a> or <b>)", "(<set> but not <a>) or <b>"],
      "`but not` takes one set away; what `or` joins behind it can be meant in two ways"
    ),
    Phrase("and not <set>", as: "but not <set>", "sets are taken away by `but not`"),
    Phrase("<set> since <d> ,", as: "(<set> since <d>),", bracketing),
    Phrase("<set> until <d> ,", as: "(<set> until <d>),", bracketing),
    Phrase("<set> in <d> ,", as: "(<set> in <d>),", bracketing),
  ]

  /// Periods are named, or counted back from *now*.
  private static let periods = [
    Phrase("last|past <n:number> <u:word>", as: "in the last <n> <u>", timing),
    Phrase("in last|past <n:number> <u:word>", as: "in the last <n> <u>", timing),
    Phrase("in the past <n:number> <u:word>", as: "in the last <n> <u>", timing),
    Phrase("last|past week|quarter", as: "in the last week", timing),
    Phrase("from <a> until|to <b>", as: "since <a> until <b>", timing),
    Phrase("after <d>", as: "since <d>", timing),
    Phrase("before <d>", as: "until <d>", timing),
    Phrase("between <a> and <b> $", as: "since <a> until <b>", timing),
    Phrase("during|on <d>", as: "in <d>", timing),
  ]

  /// Files.
  private static let files = [
    Phrase("^ <set> > <t:text>", as: "<set> into <t>", "`into` writes a table to a file"),
    Phrase("to csv <t:text>", as: "into <t>", "`into` writes a table to a file"),
  ]

  /// Groups, where nothing else is meant.
  private static let groups = [
    Phrase(
      "^ <measure> by <group:word> $",
      among: ["average <measure> per <group>", "count per <group>"],
      "`by` ranks people, groups stand behind `per`"
    )
  ]

  /// What people begin a question with that the language has no need for.
  static let verbs: Set = ["select", "find", "list", "rank", "display", "give"]

  static let asking = "a question begins with what is asked for"
  private static let degrees = "ties that arrive are `followers`, ties that leave `following`"
  private static let drawing = "a question is drawn by `as bars`, `as histogram`, `as scatter`"
  private static let ranking = "the top of a ranking is a set in brackets"
  private static let counting = "a number stands behind `top` and `bottom`"
  private static let goingOn = "a line that goes on with the last table begins with `|`"
  private static let choosing = "rows are chosen by `where`"
  private static let comparing = "comparisons are written with signs"
  private static let acting =
    "acts are said of many, in the present: `who follow`, `who do not follow`"
  private static let bracketing =
    "a period behind a set belongs to the whole question, and in brackets to the set"
  private static let timing = "periods are `since`, `until`, `in 2026-03`, `in the last 30 days`"
}
