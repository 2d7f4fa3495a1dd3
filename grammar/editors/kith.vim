" Made by Atlas from grammar/; do not edit.
if exists("b:current_syntax")
  finish
endif

syntax case ignore
setlocal iskeyword=@,48-57,_,-,192-255
setlocal comments=:-- commentstring=--\ %s

syntax match kithName "\<[[:alpha:]_]\k*\>"
syntax match kithWord "\<\%(actions\|audience\|bottom\|column\|count\|define\|describe\|exit\|fix\|followers\|follows\|forget\|graph\|help\|hop\|hops\|interactions\|interest\|interested\|interests\|load\|missing\|people\|posts\|quit\|relation\|run\|set\|settings\|show\|top\|topic\|trust\)\>"
syntax match kithStatement "\%(^\|;\s*\)\@<=\<\%(bottom\|count\|define\|describe\|exit\|fix\|forget\|help\|load\|quit\|run\|set\|show\|top\)\>"
syntax match kithPreposition "\<\%(and\|as\|ascending\|between\|but\|by\|descending\|for\|from\|in\|is\|limit\|matches\|not\|of\|or\|over\|sort\|to\|weighted\|where\|with\|within\)\>"
syntax match kithOperator "!=\|<=\|>=\|\*\|+\|-\|\/\|<\|=\|>"
syntax match kithPipe "|"
syntax match kithNumber "\<\d[0-9_]*\%(\.\d[0-9_]*\)\?%\?"
syntax match kithNumber "\k\@1<!\.\d[0-9_]*%\?"
syntax match kithDuration "\<\d[0-9_]*\s\+\%(second\|minute\|hour\|day\|week\|month\|quarter\|year\)s\?\>"
syntax match kithDate "\<\d\{4}-\d\d\%(-\d\d\)\?\>"
syntax match kithParameter "\$[[:alpha:]_]\k*"
syntax match kithTopic "#\k\+"
syntax match kithPerson "@\%(\"[^\"]*\"\?\|\k\+\%([.:]\k\+\)*\)"
syntax region kithText start=+"+ skip=+\\["\\]+ end=+"+ oneline
syntax match kithComment "\%(^\|\s\)\@1<=--.*$" contains=@Spell

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
