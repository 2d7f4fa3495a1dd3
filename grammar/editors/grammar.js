// Made by Atlas from grammar/; do not edit.

/// <reference types="tree-sitter-cli/dsl" />

// The words that may be a part of a name elsewhere.
const contextual = [
  'actions',
  'audience',
  'bottom',
  'column',
  'count',
  'define',
  'describe',
  'exit',
  'fix',
  'followers',
  'follows',
  'forget',
  'graph',
  'help',
  'hop',
  'hops',
  'interactions',
  'interest',
  'interested',
  'interests',
  'load',
  'missing',
  'people',
  'posts',
  'quit',
  'relation',
  'run',
  'set',
  'settings',
  'show',
  'top',
  'topic',
  'trust',
];

// A word of the language, in any case.
function word(text) {
  return alias(anyCase(text), text);
}

function anyCase(text) {
  return new RegExp(text.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`));
}

// A rule whose end gives way to a longer reading, and to rules of a lower order.
function late(order, rule) {
  switch (rule.type) {
    case 'CHOICE':
      return choice(...rule.members.map(member => late(order, member)));
    case 'SEQ': {
      const head = rule.members.slice(0, -1);
      const last = rule.members[rule.members.length - 1];
      const parts = last.type === 'CHOICE' ? last.members : [last];
      const ends = parts.map(part => {
        if (part.type === 'BLANK') return late(order, head.length > 1 ? seq(...head) : head[0]);
        if (part.type === 'REPEAT') {
          return choice(
            seq(...head, late(order, repeat1(part.content))),
            late(order, head.length > 1 ? seq(...head) : head[0]),
          );
        }
        return seq(...head, late(order, part));
      });
      return ends.length > 1 ? choice(...ends) : ends[0];
    }
    case 'REPEAT1':
      return prec(-order, repeat1(late(order, rule.content)));
    default:
      return prec(-order, rule);
  }
}

module.exports = grammar({
  name: 'kith',

  word: $ => $.word,

  // A line that begins with white space goes on with the one before it; so does a comment.
  extras: $ => [
    /[ \t\r\u00a0\u202f\u2007]/,
    /\r?\n[ \t\r\n]*[ \t]/,
    $.comment,
  ],

  // Where one word does not tell whether the rule goes on.
  conflicts: $ => [
    [$._name],
    [$.audience],
    [$.handles],
    [$.topics],
    [$.weight],
  ],

  rules: {
    source_file: $ => seq(
      repeat($._stop),
      optional(seq(
        $.statement,
        repeat(seq(repeat1($._stop), $.statement)),
        repeat($._stop),
      )),
    ),

    statement: $ => late(1, choice($.show, $.count, $.top, $.ordered, $.list, $.rank, $.define, $.forget, $.load, $.run, $.describe, $.set, $.fix, $.help, $.quit)),

    clause: $ => late(2, choice($.for_clause, $.where_clause, $.sort_clause, $.limit_clause)),

    for_clause: $ => late(3, seq(word('for'), choice($.handles, $.people))),

    where_clause: $ => late(4, seq(word('where'), $.condition)),

    sort_clause: $ => late(5, seq(word('sort'), word('by'), $.sort_key, repeat(seq(',', $.sort_key)))),

    sort_key: $ => late(6, seq($.measure, optional(choice(word('ascending'), word('descending'))))),

    limit_clause: $ => late(7, seq(word('limit'), $.number)),

    condition: $ => late(8, seq($.negation, repeat(seq($.joint, $.negation)))),

    negation: $ => late(9, choice(seq(word('not'), $.negation), $.comparison, $.topic, seq('(', $.condition, ')'))),

    comparison: $ => late(10, seq($.measure, optional(choice(seq($.comparator, $.operand), seq(word('between'), $.operand, word('and'), $.operand), seq(word('is'), word('missing')), seq(word('matches'), $.text))))),

    comparator: $ => late(11, choice('=', '!=', '<=', '>=', '<', '>')),

    operand: $ => late(12, choice($.text, $.date, $.measure)),

    count: $ => late(13, seq(word('count'), $.people, repeat($.clause))),

    define: $ => late(14, seq(word('define'), choice($.text, alias($._name, $.name)), word('as'), choice(seq($.people, optional($.where_clause)), $.measure))),

    describe: $ => late(15, seq(word('describe'), choice($.text, word('graph'), word('settings')))),

    fix: $ => late(16, word('fix')),

    forget: $ => late(17, seq(word('forget'), choice($.text, alias($._name, $.name)))),

    help: $ => late(18, seq(word('help'), optional($.rest))),

    list: $ => late(19, seq($.people, repeat($.clause))),

    load: $ => late(20, seq(word('load'), $.loadable, word('from'), $.text, optional($.mappings))),

    loadable: $ => late(21, choice(word('people'), word('follows'), word('trust'), word('interests'), word('interactions'), word('posts'), word('actions'), seq(word('relation'), choice($.text, alias($._name, $.name))))),

    mappings: $ => late(22, seq('(', $.mapping, repeat(seq(',', $.mapping)), ')')),

    mapping: $ => late(23, seq(choice($.text, alias($._name, $.column_name)), '=', choice(seq($.scale_end, word('to'), $.scale_end), $.number, $.text, choice($.text, alias($._name, $.column_name))))),

    scale_end: $ => late(24, choice(seq('-', $.number), $.number)),

    measures: $ => late(25, seq($.measure, repeat(seq(choice(',', word('and')), $.measure)))),

    measure: $ => late(26, seq($.product, repeat(seq(choice('+', '-'), $.product)))),

    product: $ => late(27, seq($.factor, repeat(seq(choice('*', '/'), $.factor)))),

    factor: $ => late(28, choice(seq('-', $.factor), $.primary)),

    primary: $ => late(29, choice($.number, seq('(', $.measure, ')'), $.function, $.column, $.metric)),

    function: $ => late(30, seq(alias($._name, $.function_name), '(', $.measure, ')')),

    column: $ => late(31, seq(word('column'), choice($.text, alias($._name, $.name)))),

    metric: $ => late(32, seq(alias($._name, $.measure_name), repeat($.qualifier))),

    qualifier: $ => late(33, choice(seq(word('with'), $.set_term), seq(word('weighted'), word('by'), $.weight), seq(word('over'), alias($._name, $.relation_name)), seq(word('within'), $.number, $.hops), seq(word('of'), $.audience_of), $.parameters)),

    hops: $ => late(34, choice(word('hops'), word('hop'))),

    weight: $ => choice(seq('(', $.measure, ')'), seq(word('interest'), word('in'), $.topic), seq(alias($._name, $.measure_name), optional($.parameters))),

    parameters: $ => late(36, seq('(', $.parameter, repeat(seq(',', $.parameter)), ')')),

    parameter: $ => late(37, seq(alias($._name, $.parameter_name), $.number)),

    ordered: $ => late(38, seq($.people, word('by'), $.measures, repeat($.clause))),

    people: $ => late(39, seq($.joined, repeat(seq(word('but'), word('not'), $.set_term)))),

    joined: $ => late(40, seq($.set_term, repeat(seq($.joint, $.set_term)))),

    joint: $ => late(41, choice(word('and'), word('or'))),

    set_term: $ => late(42, choice($.bracketed, $.everyone, $.audience, $.handles, $.topic, alias($._name, $.set_name))),

    bracketed: $ => late(43, seq('(', choice($.top, seq($.people, optional($.where_clause))), ')')),

    everyone: $ => late(44, seq(word('people'), optional(seq(word('interested'), word('in'), $.topics)))),

    audience: $ => seq(choice(word('followers'), word('audience')), word('of'), $.audience_of, optional(seq(word('over'), alias($._name, $.relation_name)))),

    audience_of: $ => late(46, choice($.handles, $.bracketed, $.topic, alias($._name, $.set_name))),

    handles: $ => seq($.handle, repeat(seq(choice(',', word('or'), word('and')), $.handle))),

    topics: $ => seq($.topic, repeat(seq(choice(',', word('or'), word('and')), $.topic))),

    topic: $ => late(49, choice($.hashtag, seq(word('topic'), choice($.text, $.number, alias($._name, $.topic_name))))),

    quit: $ => late(50, choice(word('quit'), word('exit'))),

    rank: $ => late(51, seq($.measures, repeat($.clause))),

    run: $ => late(52, seq(word('run'), $.text)),

    set: $ => late(53, seq(word('set'), alias($._name, $.setting_name), choice($.number, $.handle, $.text, choice($.text, alias($._name, $.name))))),

    show: $ => late(54, seq(word('show'), $.measures, repeat($.clause))),

    top: $ => late(55, seq(choice(word('top'), word('bottom')), $.number, optional($.people), word('by'), $.measures, repeat($.clause))),

    // A name is a run of words.
    _name: $ => repeat1($._name_word),

    _name_word: $ => prec(-1000, choice(
      $.word,
      ...contextual.map(text => alias(anyCase(text), $.word)),
    )),

    word: _ => /[\p{L}_][\p{L}\p{M}\p{N}_]*(-[\p{L}\p{M}\p{N}_]+)*/,

    comment: _ => /(\r?\n[ \t\r\n]*)?--[^\n]*/,

    _stop: _ => /\r?\n|;/,

    number: _ => /(\d[\d_]*(\.\d[\d_]*)?|\.\d[\d_]*)%?/,

    date: _ => /\d{4}-\d[\d-]*/,

    text: _ => /["“”„‟«»](\\["\\]|[^"“”„‟«»\\\n]|\\[^"\\\n])*["“”„‟«»]/,

    handle: _ => /@("[^"\n]*"|[\p{L}\p{M}\p{N}_]+([-.:][\p{L}\p{M}\p{N}_]+)*)/,

    hashtag: _ => /#[\p{L}\p{M}\p{N}_]+(-[\p{L}\p{M}\p{N}_]+)*/,

    rest: _ => /[^ \t\r\n;-][^\n;]*/,
  },
});
