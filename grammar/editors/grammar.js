// Made by Atlas from grammar/; do not edit.

/// <reference types="tree-sitter-cli/dsl" />

// The words that may be a part of a name elsewhere.
const contextual = [
  'actions',
  'agreement',
  'aliases',
  'at',
  'audience',
  'average',
  'bars',
  'bottom',
  'bounces',
  'budget',
  'choose',
  'clicks',
  'column',
  'compare',
  'correlate',
  'count',
  'date',
  'day',
  'days',
  'define',
  'definitions',
  'describe',
  'differences',
  'distrust',
  'distrusts',
  'do',
  'does',
  'duration',
  'exit',
  'expect',
  'explain',
  'fix',
  'follow',
  'followers',
  'follows',
  'forget',
  'gb',
  'graph',
  'heatmap',
  'help',
  'histogram',
  'history',
  'hop',
  'hops',
  'hour',
  'hours',
  'impressions',
  'interactions',
  'interests',
  'kb',
  'keep',
  'last',
  'lesson',
  'like',
  'likes',
  'line',
  'load',
  'maximum',
  'mb',
  'median',
  'mention',
  'mentions',
  'minimum',
  'minute',
  'minutes',
  'missing',
  'month',
  'months',
  'mutuals',
  'new',
  'number',
  'off',
  'open',
  'overlap',
  'param',
  'parts',
  'path',
  'people',
  'person',
  'plan',
  'posts',
  'purchases',
  'quit',
  'quote',
  'quotes',
  'reach',
  'record',
  'relation',
  'replies',
  'reply',
  'rows',
  'run',
  'save',
  'scatter',
  'second',
  'seconds',
  'set',
  'settings',
  'share',
  'shares',
  'show',
  'signups',
  'slope',
  'text',
  'the',
  'them',
  'they',
  'those',
  'ties',
  'times',
  'top',
  'topic',
  'topics',
  'total',
  'trust',
  'trusts',
  'visits',
  'vouches',
  'ways',
  'week',
  'weeks',
  'year',
  'years',
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
      const members = rule.members.map(member =>
        member.type === 'REPEAT' ? repeat(late(order, member.content)) : member);
      const last = members.pop();
      const shorter = () => late(order, members.length > 1 ? seq(...members) : members[0]);
      const ends = last.type === 'CHOICE' ? last.members : [last];
      return choice(...ends.flatMap(end => {
        if (end.type === 'BLANK') return [shorter()];
        if (end.type !== 'REPEAT') return [seq(...members, late(order, end))];
        return [seq(...members, late(order, repeat1(end.content))), shorter()];
      }));
    }
    case 'REPEAT1':
      return prec(-order, repeat1(late(order, rule.content)));
    case 'PREC':
      return rule;
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

  // Where one word does not tell whether a rule goes on, or which of two it is.
  conflicts: $ => [
    [$._name],
    [$._name_word, $.posts],
    [$.audience],
    [$.audience_of, $.metric],
    [$.audience_of, $.weight],
    [$.base, $.metric],
    [$.comparison],
    [$.comparison, $.function],
    [$.comparison, $.group],
    [$.comparison, $.measures],
    [$.comparison, $.operand],
    [$.doing],
    [$.explain, $.handles],
    [$.function, $.weight],
    [$.handles],
    [$.handles, $.next_move],
    [$.handles, $.objects],
    [$.handles, $.operand],
    [$.handles, $.path],
    [$.in_qualifier, $.topics],
    [$.mapping, $.metric],
    [$.metric],
    [$.metric, $.parameter],
    [$.metric, $.path],
    [$.metric, $.weight],
    [$.objects],
    [$.objects, $.operand],
    [$.objects, $.path],
    [$.path, $.weight],
    [$.posts],
    [$.relatives],
    [$.topic_clause, $.topics],
    [$.topics],
    [$.topics, $.weight_qualifier],
    [$.towards],
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

    statement: $ => late(1, choice($.continue, $.plan, $.expect, $.param, $.define, $.forget, $.load, $.save, $.open, $.run, $.describe, $.set, $.lesson, $.record, seq($.last, repeat($.verb)), $.fix, $.help, $.quit, seq($.compare, repeat($.verb)), seq($.correlate, repeat($.verb)), seq($.explain, repeat($.verb)), seq($.choose, repeat($.verb)), seq($.overlap, repeat($.verb)), seq($.path, repeat($.verb)), seq($.show, repeat($.verb)), seq($.count, repeat($.verb)), seq($.top, repeat($.verb)), seq($.ordered, repeat($.verb)), seq($.aggregate, repeat($.verb)), seq($.list, repeat($.verb)), seq($.rank, repeat($.verb)))),

    aggregate: $ => late(2, seq($.aggregated, repeat(seq(choice(',', word('and')), $.aggregated)), repeat($.clause))),

    aggregated: $ => late(3, seq($.aggregator, choice($.group, $.column, $.metric))),

    aggregator: $ => late(4, choice(word('average'), word('median'), word('total'), word('minimum'), word('maximum'))),

    choose: $ => late(5, seq(word('choose'), $.number_literal, $.people, word('to'), word('reach'), $.people, repeat($.reach_qualifier), repeat($.clause))),

    reach_qualifier: $ => late(6, choice(seq(word('weighted'), word('by'), $.weight), seq(word('with'), word('budget'), $.number_literal, optional(seq(word('at'), alias($._name, $.measure_name)))), seq(word('over'), alias($._name, $.relation_name)), seq(word('within'), $.number_literal, $.hops), $.parameters)),

    clause: $ => late(7, choice($.row_clause, $.per_clause, $.among_clause, $.topic_clause, $.reach_clause)),

    row_clause: $ => late(8, choice($.for_clause, $.where_clause, $.sort_clause, $.limit_clause, $.scope, $.chart_clause, $.into_clause)),

    scope: $ => late(9, choice($.since_clause, $.until_clause, $.moment_clause, $.period_clause, $.without_clause, $.assuming_clause)),

    for_clause: $ => late(10, seq(word('for'), $.people)),

    where_clause: $ => late(11, seq(word('where'), $.condition)),

    sort_clause: $ => late(12, seq(word('sort'), word('by'), $.sort_key, repeat(seq(',', $.sort_key)))),

    sort_key: $ => late(13, seq(choice(word('people'), $.measure), optional(choice(word('ascending'), word('descending'))))),

    limit_clause: $ => late(14, seq(word('limit'), $.number_literal)),

    since_clause: $ => late(15, seq(word('since'), $.date)),

    until_clause: $ => late(16, seq(word('until'), $.date)),

    moment_clause: $ => late(17, seq(word('as'), word('of'), $.date)),

    period_clause: $ => late(18, seq(word('in'), choice(seq(word('the'), word('last'), choice($.duration, $.duration_unit)), $.date))),

    without_clause: $ => late(19, seq(word('without'), $.set_term)),

    among_clause: $ => late(20, seq(word('among'), $.set_term)),

    topic_clause: $ => late(21, seq(word('in'), $.topic)),

    reach_clause: $ => late(22, seq(word('within'), $.number_literal, $.hops)),

    per_clause: $ => late(23, seq(word('per'), choice($.function, alias($._name, $.group_name)))),

    chart_clause: $ => late(24, seq(word('as'), choice(word('bars'), word('line'), word('scatter'), word('histogram'), word('slope'), word('heatmap')))),

    into_clause: $ => late(25, seq(word('into'), choice($.text_literal, choice($.text_literal, alias($._name, $.name))))),

    assuming_clause: $ => late(26, seq(word('assuming'), $.move, repeat(seq(choice(word('and'), ','), $.move)))),

    move: $ => late(27, seq($.mover, $.doing)),

    doing: $ => seq(optional($.denial), $.deed, $.moved, optional(choice(seq(word('with'), $.number_literal), seq($.number_literal, word('times'))))),

    mover: $ => late(29, choice($.newcomers, word('they'), $.handles, $.bracketed, $.topic)),

    newcomers: $ => late(30, seq($.number_literal, word('new'), choice(word('people'), word('person')), optional(seq(word('interested'), word('in'), $.topics)))),

    denial: $ => late(31, choice(seq(word('does'), word('not')), $.negation)),

    deed: $ => late(32, choice(word('follows'), word('mentions'), seq(word('replies'), word('to')), word('shares'), word('likes'), word('quotes'), word('trusts'), word('distrusts'), $.act)),

    moved: $ => late(33, choice(word('them'), $.objects, $.audience_of)),

    objects: $ => seq($.handle_literal, optional(seq(choice(',', word('or'), word('and')), choice($.next_move, $.objects)))),

    next_move: $ => late(35, seq($.handle_literal, $.doing)),

    date: $ => late(36, choice($.date_literal, $.number_literal)),

    duration: $ => late(37, choice(seq($.number_literal, $.duration_unit), $.parameter_literal)),

    duration_unit: $ => late(38, choice(word('hours'), word('hour'), word('days'), word('day'), word('weeks'), word('week'), word('months'), word('month'), word('years'), word('year'))),

    compare: $ => late(39, seq(word('compare'), $.measures, repeat(choice($.choosing, $.clause)))),

    condition: $ => late(40, seq($.part, repeat(seq($.joint, $.part)))),

    part: $ => late(41, choice(seq(word('not'), $.part), choice($.topic, $.nested), $.comparison, $.topic, $.nested)),

    nested: $ => late(42, seq('(', $.condition, ')')),

    comparison: $ => seq($.measure, optional(choice(seq($.comparator, $.operand), seq(word('between'), $.operand, word('and'), $.operand), seq(word('is'), word('missing')), seq(word('matches'), $.text_literal)))),

    comparator: $ => late(44, choice('=', '!=', '<=', '>=', '<', '>')),

    operand: $ => late(45, choice($.text_literal, $.date_literal, $.handle_literal, $.measure)),

    continue: $ => late(46, seq($.verb, repeat($.verb))),

    verb: $ => late(47, seq('|', choice($.where_clause, $.sort_clause, seq(word('keep'), $.measures), $.limit_clause, $.chart_clause, $.into_clause, $.beside_clause))),

    beside_clause: $ => late(48, choice(word('agreement'), word('differences'), word('ways'), word('parts'))),

    correlate: $ => late(49, seq(word('correlate'), $.measures, word('against'), $.measure, optional($.controls), repeat(choice($.choosing, $.clause)))),

    controls: $ => late(50, seq(word('controlling'), word('for'), $.measures)),

    choosing: $ => late(51, seq(word('choosing'), $.number_literal)),

    count: $ => late(52, seq(word('count'), choice(seq($.per_clause, repeat($.clause)), seq($.subject, repeat($.clause))))),

    define: $ => late(53, seq(word('define'), choice($.text_literal, alias($._name, $.name)), word('as'), choice(seq($.people, repeat(choice($.where_clause, $.scope))), $.measures))),

    describe: $ => late(54, seq(word('describe'), choice($.text_literal, $.handle_literal, word('graph'), word('settings'), word('definitions'), seq(word('history'), optional($.text_literal)), $.topic, choice($.text_literal, alias($._name, $.name))))),

    expect: $ => late(55, seq(word('expect'), choice(seq(word('graph'), $.text_literal), seq($.count, $.should_be), seq(word('rows'), word('of'), $.listed), seq(choice($.top, $.ordered), word('is'), $.handles), seq($.list, word('is'), $.handles), seq($.rank, word('is'), $.handles), seq($.aggregate, $.should_be), seq($.rank, $.should_be)))),

    listed: $ => late(56, choice(seq($.show, $.should_be), seq($.top, $.should_be), seq($.ordered, $.should_be), seq($.list, $.should_be), seq($.rank, $.should_be))),

    should_be: $ => late(57, seq($.comparator, optional('-'), $.number_literal, optional(seq(word('within'), $.number_literal)))),

    explain: $ => late(58, seq(word('explain'), choice(seq($.handle_literal, optional($.against)), seq($.measures, repeat(choice($.against, $.clause)))))),

    against: $ => late(59, seq(word('against'), $.handle_literal)),

    fix: $ => late(60, word('fix')),

    forget: $ => late(61, seq(word('forget'), choice(word('history'), choice($.text_literal, alias($._name, $.name))))),

    help: $ => late(62, seq(word('help'), optional($.rest_literal))),

    last: $ => late(63, seq(word('last'), optional(choice($.text_literal, alias($._name, $.name))))),

    lesson: $ => late(64, seq(word('lesson'), optional(choice(choice($.text_literal, alias($._name, $.name)), $.number_literal)))),

    list: $ => late(65, seq($.subject, repeat($.row_clause))),

    load: $ => late(66, seq(word('load'), choice(seq($.loadable, word('from'), $.text_literal, optional($.mappings)), $.text_literal))),

    loadable: $ => late(67, choice(word('people'), word('aliases'), word('follows'), word('trust'), word('topics'), word('interests'), word('posts'), word('interactions'), word('actions'), word('vouches'), seq(word('relation'), choice($.text_literal, alias($._name, $.name))), $.event_kind, choice($.text_literal, alias($._name, $.name)))),

    event_kind: $ => late(68, choice(word('mentions'), word('replies'), word('shares'), word('likes'), word('quotes'), word('impressions'), word('clicks'), word('visits'), word('bounces'), word('signups'), word('purchases'))),

    mappings: $ => late(69, seq('(', $.mapping, repeat(seq(',', $.mapping)), ')')),

    mapping: $ => late(70, seq(choice($.text_literal, alias($._name, $.column_name)), '=', choice(seq($.scale_end, word('to'), $.scale_end), $.number_literal, $.text_literal, choice($.text_literal, alias($._name, $.column_name))))),

    scale_end: $ => late(71, choice(seq('-', $.number_literal), $.number_literal)),

    measures: $ => late(72, seq($.measure, repeat(seq(choice(',', word('and')), $.measure)))),

    measure: $ => late(73, seq($.product, repeat(seq(choice('+', '-'), $.product)))),

    product: $ => late(74, seq($.factor, repeat(seq(choice('*', '/'), $.factor)))),

    factor: $ => late(75, choice(seq('-', $.factor), $.primary)),

    primary: $ => late(76, choice($.number_literal, $.group, $.function, $.column, $.metric)),

    group: $ => late(77, seq('(', $.measure, repeat($.scope), ')')),

    function: $ => late(78, seq(alias($._name, $.function_name), '(', $.measure, ')')),

    column: $ => late(79, seq(word('column'), choice($.text_literal, alias($._name, $.name)))),

    metric: $ => seq(alias($._name, $.measure_name), repeat($.qualifier)),

    qualifier: $ => late(81, choice(seq(word('with'), $.set_term), seq(word('weighted'), word('by'), $.weight), seq(word('over'), alias($._name, $.relation_name)), seq(word('within'), $.number_literal, $.hops), seq(word('of'), $.audience_of), seq(word('among'), $.set_term), seq(word('from'), $.audience_of), seq(word('to'), $.audience_of), $.in_qualifier, $.parameters)),

    in_qualifier: $ => late(82, seq(word('in'), choice($.topic, $.handles, $.group, alias($._name, $.measure_name)))),

    hops: $ => late(83, choice(word('hops'), word('hop'))),

    weight: $ => choice($.group, seq(alias($._name, $.measure_name), repeat($.weight_qualifier))),

    weight_qualifier: $ => late(85, choice($.parameters, seq(word('in'), choice($.topic, $.handles)))),

    parameters: $ => late(86, seq('(', $.parameter, repeat(seq(',', $.parameter)), ')')),

    parameter: $ => late(87, seq(alias($._name, $.parameter_name), optional(choice($.duration, seq(optional('-'), $.number_literal), $.handles, $.topic, $.text_literal)))),

    open: $ => late(88, seq(word('open'), $.text_literal)),

    ordered: $ => late(89, seq($.subject, word('by'), $.measures, repeat($.clause))),

    overlap: $ => late(90, seq(word('overlap'), word('between'), $.shared, repeat(seq(choice(',', word('and')), $.shared)), repeat($.clause))),

    shared: $ => late(91, seq($.set_term, repeat(seq(word('or'), $.set_term)), repeat(seq(word('but'), word('not'), $.set_term)))),

    param: $ => late(92, seq(word('param'), $.parameter_literal, ':', $.parameter_kind, optional(seq('=', $.parameter_value)))),

    parameter_kind: $ => late(93, choice(word('topic'), word('person'), word('set'), word('number'), word('date'), word('duration'), word('text'))),

    parameter_value: $ => late(94, choice($.duration, seq(optional('-'), $.number_literal), $.date_literal, $.text_literal, $.people)),

    path: $ => late(95, seq(word('path'), word('from'), $.handle_literal, word('to'), $.handle_literal, optional(seq(word('by'), alias($._name, $.relation_name))), optional(seq(word('within'), $.number_literal, $.hops)), repeat($.clause))),

    people: $ => late(96, seq($.joined, repeat(seq(word('but'), word('not'), $.set_term)))),

    joined: $ => late(97, seq($.set_term, repeat(seq($.joint, $.set_term)))),

    joint: $ => late(98, choice(word('and'), word('or'))),

    set_term: $ => late(99, seq($.base, repeat($.narrowing))),

    base: $ => late(100, choice($.bracketed, $.everyone, $.those, $.audience, $.handles, $.topic, alias($._name, $.set_name))),

    bracketed: $ => late(101, seq('(', choice($.top, $.ordered, seq($.people, repeat(choice($.where_clause, $.scope)))), ')')),

    everyone: $ => late(102, word('people')),

    those: $ => late(103, word('those')),

    audience: $ => seq(choice(word('followers'), word('audience'), word('mutuals')), word('of'), $.audience_of, optional(seq(word('over'), alias($._name, $.relation_name)))),

    audience_of: $ => late(105, choice($.handles, $.bracketed, $.those, $.topic, alias($._name, $.set_name))),

    handles: $ => seq($.handle_literal, repeat(seq(choice(',', word('or'), word('and')), $.handle_literal))),

    topics: $ => seq($.topic, repeat(seq(choice(',', word('or'), word('and')), $.topic))),

    topic: $ => late(108, choice($.hashtag_literal, seq(word('topic'), choice($.text_literal, $.number_literal, alias($._name, $.topic_name))))),

    narrowing: $ => late(109, choice($.interested, $.towards, $.relatives)),

    interested: $ => late(110, seq(word('interested'), word('in'), $.topics)),

    towards: $ => seq(choice(word('trusted'), word('followed')), word('by'), $.audience_of, optional(seq(word('within'), $.number_literal, $.hops))),

    relatives: $ => seq($.relative, repeat(seq($.joint, $.relative))),

    relative: $ => late(113, seq(word('who'), optional($.negation), $.act, $.audience_of)),

    negation: $ => late(114, seq(word('do'), word('not'))),

    act: $ => late(115, choice(word('follow'), word('mention'), seq(word('reply'), word('to')), word('share'), word('like'), word('quote'), word('trust'), word('distrust'))),

    plan: $ => late(116, seq(word('plan'), $.statement)),

    quit: $ => late(117, seq(choice(word('quit'), word('exit')), optional($.number_literal))),

    rank: $ => late(118, seq($.measures, repeat($.clause))),

    record: $ => late(119, seq(word('record'), choice($.text_literal, word('off')))),

    run: $ => late(120, seq(word('run'), $.text_literal)),

    save: $ => late(121, seq(word('save'), $.text_literal)),

    set: $ => late(122, seq(word('set'), alias($._name, $.setting_name), choice($.size, $.span, $.duration, $.number_literal, $.date_literal, $.handle_literal, $.text_literal, choice($.text_literal, alias($._name, $.name))))),

    size: $ => late(123, seq($.number_literal, $.size_unit)),

    size_unit: $ => late(124, choice(word('kb'), word('mb'), word('gb'))),

    span: $ => late(125, seq($.number_literal, $.span_unit)),

    span_unit: $ => late(126, choice(word('seconds'), word('second'), word('minutes'), word('minute'))),

    show: $ => late(127, seq(word('show'), $.measures, repeat($.clause))),

    rows: $ => late(128, choice($.posts, $.ties, word('topics'))),

    posts: $ => seq(word('posts'), repeat(choice(seq(word('of'), $.audience_of), seq(word('that'), $.act, $.audience_of), seq(word('in'), $.topics)))),

    ties: $ => late(130, seq(word('ties'), word('over'), alias($._name, $.relation_name), repeat(choice(seq(word('from'), $.audience_of), seq(word('to'), $.audience_of))))),

    subject: $ => late(131, choice($.rows, $.people)),

    top: $ => late(132, seq(choice(word('top'), word('bottom')), $.number_literal, optional($.subject), word('by'), $.measures, repeat($.clause))),

    // A name is a run of words.
    _name: $ => choice(repeat1($._name_word), $.parameter_literal),

    _name_word: $ => prec(-1000, choice(
      $.word,
      ...contextual.map(text => alias(anyCase(text), $.word)),
    )),

    word: _ => /[\p{L}_][\p{L}\p{M}\p{N}_]*(-[\p{L}\p{M}\p{N}_]+)*/,

    comment: _ => /(\r?\n[ \t\r\n]*)?--[^\n]*/,

    _stop: _ => /\r?\n|;/,

    number_literal: _ => /(\d[\d_]*(\.\d[\d_]*)?|\.\d[\d_]*)%?/,

    date_literal: _ => /\d{4}-\d[\d-]*/,

    text_literal: _ => /["“”„‟«»](\\["\\]|[^"“”„‟«»\\\n]|\\[^"\\\n])*["“”„‟«»]/,

    handle_literal: _ => /@("[^"\n]*"|[\p{L}\p{M}\p{N}_]+([-.:][\p{L}\p{M}\p{N}_]+)*)/,

    hashtag_literal: _ => /#[\p{L}\p{M}\p{N}_]+(-[\p{L}\p{M}\p{N}_]+)*/,

    parameter_literal: _ => /\$[\p{L}_][\p{L}\p{M}\p{N}_]*/,

    rest_literal: _ => /[^ \t\r\n;-][^\n;]*/,
  },
});
