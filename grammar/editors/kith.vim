" Made by Atlas from grammar/; do not edit.
if exists("b:current_syntax")
  finish
endif

syntax case ignore
setlocal iskeyword=@,48-57,_,-,192-255
setlocal comments=:-- commentstring=--\ %s

syntax match kithName "\<[[:alpha:]_]\k*\>"
syntax match kithWord "\<\%(actions\|agreement\|aliases\|at\|audience\|average\|bars\|bottom\|bounces\|budget\|choose\|clicks\|column\|compare\|correlate\|count\|date\|day\|days\|define\|definitions\|describe\|differences\|distrust\|distrusts\|do\|does\|duration\|exit\|expect\|explain\|fix\|follow\|followers\|follows\|forget\|gb\|graph\|heatmap\|help\|histogram\|history\|hop\|hops\|hour\|hours\|impressions\|interactions\|interests\|kb\|keep\|last\|lesson\|like\|likes\|line\|load\|maximum\|mb\|median\|mention\|mentions\|minimum\|minute\|minutes\|missing\|month\|months\|mutuals\|new\|number\|off\|open\|overlap\|param\|parts\|path\|people\|person\|plan\|posts\|purchases\|quit\|quote\|quotes\|reach\|record\|relation\|replies\|reply\|rows\|run\|save\|scatter\|second\|seconds\|set\|settings\|share\|shares\|show\|signups\|slope\|text\|the\|them\|they\|those\|ties\|times\|top\|topic\|topics\|total\|trust\|trusts\|visits\|vouches\|ways\|week\|weeks\|year\|years\)\>"
syntax match kithStatement "\%(^\|;\s*\)\@<=\<\%(average\|bottom\|choose\|compare\|correlate\|count\|define\|describe\|exit\|expect\|explain\|fix\|forget\|help\|last\|lesson\|load\|maximum\|median\|minimum\|open\|overlap\|param\|path\|plan\|quit\|record\|run\|save\|set\|show\|top\|total\)\>"
syntax match kithPreposition "\<\%(against\|among\|and\|as\|ascending\|assuming\|between\|but\|by\|choosing\|controlling\|descending\|followed\|for\|from\|in\|interested\|into\|is\|limit\|matches\|not\|of\|or\|over\|per\|since\|sort\|that\|to\|trusted\|until\|weighted\|where\|who\|with\|within\|without\)\>"
syntax match kithOperator "!=\|<=\|>=\|\*\|+\|-\|\/\|:\|<\|=\|>"
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
