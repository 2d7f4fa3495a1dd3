; Made by Atlas from grammar/; do not edit.

(comment) @comment
(column_name) @property
(date) @string.special
(function_name) @function.builtin
(handle) @variable.builtin
(hashtag) @label
(measure_name) @function
(name) @variable
(number) @number
(parameter_name) @property
(relation_name) @module
(rest) @string.special
(set_name) @type
(setting_name) @property
(text) @string
(topic_name) @label

[
  "actions"
  "audience"
  "bottom"
  "column"
  "count"
  "define"
  "describe"
  "exit"
  "fix"
  "followers"
  "follows"
  "forget"
  "graph"
  "help"
  "hop"
  "hops"
  "interactions"
  "interest"
  "interested"
  "interests"
  "load"
  "missing"
  "people"
  "posts"
  "quit"
  "relation"
  "run"
  "set"
  "settings"
  "show"
  "top"
  "topic"
  "trust"
] @keyword.modifier
[
  "and"
  "as"
  "ascending"
  "between"
  "but"
  "by"
  "descending"
  "for"
  "from"
  "in"
  "is"
  "limit"
  "matches"
  "not"
  "of"
  "or"
  "over"
  "sort"
  "to"
  "weighted"
  "where"
  "with"
  "within"
] @keyword.operator
[
  "bottom"
  "count"
  "define"
  "describe"
  "exit"
  "fix"
  "forget"
  "help"
  "load"
  "quit"
  "run"
  "set"
  "show"
  "top"
] @keyword
[
  "!="
  "<="
  ">="
  "*"
  "+"
  "-"
  "/"
  "<"
  "="
  ">"
] @operator
[
  "("
  ")"
] @punctuation.bracket
[
  ","
] @punctuation.delimiter
