/// The colours of the language for Vim.
struct VimSyntax {
  private let lexis: Lexis

  /// The syntax for a language of those words.
  init(_ lexis: Lexis) { self.lexis = lexis }

  /// The file, in the language of Vim.
  ///
  /// Of two patterns that fit at the same place Vim takes the one defined last.
  var text: String {
    """
    " Made by Atlas from grammar/; do not edit.
    if exists("b:current_syntax")
      finish
    endif

    syntax case ignore
    setlocal iskeyword=@,48-57,_,-,192-255
    setlocal comments=:-- commentstring=--\\ %s

    syntax match kithName "\\<[[:alpha:]_]\\k*\\>"
    syntax match kithWord "\(words(lexis.contextual))"
    syntax match kithStatement "\\%(^\\|;\\s*\\)\\@<=\(words(lexis.leading))"
    syntax match kithPreposition "\(words(lexis.reserved))"
    syntax match kithOperator "\(lexis.operators.map(escaped).joined(separator: "\\|"))"
    syntax match kithPipe "|"
    syntax match kithNumber "\\<\\d[0-9_]*\\%(\\.\\d[0-9_]*\\)\\?%\\?"
    syntax match kithNumber "\\k\\@1<!\\.\\d[0-9_]*%\\?"
    syntax match kithDuration "\\<\\d[0-9_]*\\s\\+\\%(\(periods)\\)s\\?\\>"
    syntax match kithDate "\\<\\d\\{4}-\\d\\d\\%(-\\d\\d\\)\\?\\>"
    syntax match kithParameter "\\$[[:alpha:]_]\\k*"
    syntax match kithTopic "#\\k\\+"
    syntax match kithPerson "@\\%(\\"[^\\"]*\\"\\?\\|\\k\\+\\%([.:]\\k\\+\\)*\\)"
    syntax region kithText start=+"+ skip=+\\\\["\\\\]+ end=+"+ oneline
    syntax match kithComment "\\%(^\\|\\s\\)\\@1<=--.*$" contains=@Spell

    highlight default link kithName Identifier
    highlight default link kithWord Type
    highlight default link kithStatement Statement
    highlight default link kithPreposition Keyword
    highlight default link kithOperator Operator
    highlight default link kithPipe Special
    highlight default link kithNumber Number
    highlight default link kithDuration Number
    highlight default link kithDate Constant
    highlight default link kithParameter PreProc
    highlight default link kithTopic Tag
    highlight default link kithPerson Function
    highlight default link kithText String
    highlight default link kithComment Comment

    let b:current_syntax = "kith"

    """
  }

  private var periods: String { Lexis.periods.joined(separator: "\\|") }

  /// A pattern for one of some whole words.
  private func words(_ words: [String]) -> String {
    #"\<\%("# + words.joined(separator: #"\|"#) + #"\)\>"#
  }

  /// A sign as a pattern.
  private func escaped(_ sign: String) -> String {
    sign.map { "*.^$~[]/\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
