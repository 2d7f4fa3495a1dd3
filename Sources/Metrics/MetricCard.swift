package import Values

/// All that is said about a metric, anywhere.
package struct MetricCard: Sendable {
  /// How much the number claims.
  package enum Class: String, Sendable {
    /// It follows from the data by its formula.
    case exact
    /// It rests on a model or an assumption, which the card names.
    case model
    /// It is an estimate with an error that is shown.
    case sampled
    /// It is a famous score made anew from what was published of it; its assumed settings say what
    /// never was.
    case reconstruction
  }

  /// A preposition or clause a metric can take after its name.
  package enum Qualifier: String, Sendable, CaseIterable {
    /// `with SET`: the people its audience is compared with.
    case with
    /// `weighted by WEIGHT`.
    case weightedBy = "weighted by"
    /// `over RELATION`.
    case over
    /// `within N hops`.
    case within
    /// `in #TOPIC`: only what is about the topic, or as seen from those who care for it.
    case `in`
    /// `in MEASURE`: what it is the change, the uplift, the cost of.
    case measure
    /// `from PEOPLE`: only what these people did, or as seen from them.
    case from
    /// `to PEOPLE`: only what was done to these people.
    case to
  }

  /// A column that comes with it.
  package struct Companion: Sendable {
    /// The name, which is also a measure: `expected audience overlap with #yoga`.
    package let name: String
    /// What it means, in a few words.
    package let summary: String

    /// A companion.
    package init(_ name: String, _ summary: String) {
      self.name = name
      self.summary = summary
    }
  }

  /// What always holds of it, on any graph; checked on random ones.
  package enum Law: Sendable, Hashable {
    /// Its values lie here, where they are not missing.
    case liesIn(ClosedRange<Double>)
    /// Its values sum to this within 1e-9.
    case sumsTo(Double)
    /// Every value is a whole number.
    case isWhole
    /// Renumbering the people renumbers the values and changes none of them (within 1e-9).
    case unchangedByRelabelling
  }

  /// The name, in lower case, as it is typed: "audience overlap".
  package let name: String
  /// The noun alone that means it, where it has a direction: "purchases" for those made.
  package let bareName: String?
  /// What it means, in at most 72 characters.
  package let summary: String
  /// The formula, in one line of plain characters.
  package let formula: String
  /// Two or three sentences: how to read it, and its traps.
  package let meaning: String
  /// What its values are numbers of.
  package let unit: Unit
  /// Where it comes from: authors, title, year; or "house" for our own.
  package let source: String
  /// How much it claims.
  package let claim: Class
  /// The qualifiers it cannot do without.
  package let requires: [Qualifier]
  /// The qualifiers of which it takes one, and cannot do without.
  package let requiresOne: [Qualifier]
  /// The qualifiers it can take besides.
  package let accepts: [Qualifier]
  /// The relation it reads unless `over` says another; nil where it reads none.
  package let relation: String?
  /// Its settings.
  package let parameters: [Parameter]
  /// The columns that come with it.
  package let companions: [Companion]
  /// Whether it is a proportion, which ranks by `low`.
  package let isProportion: Bool
  /// Whether it is a share among the people who are shown, so that other rows have other values.
  package let isAmongShown: Bool
  /// Whether people count by how keen they are on a bare topic, so that no threshold is read.
  package let isGraded: Bool
  /// What always holds of it.
  package let laws: [Law]
  /// Worked examples.
  package let examples: [MetricExample]
  /// Words people try for it; used in error messages only.
  package let triedWords: [String]

  /// A card.
  ///
  /// Leave out what does not apply.
  package init(
    name: String,
    bareName: String? = nil,
    summary: String,
    formula: String,
    meaning: String,
    unit: Unit,
    source: String,
    claim: Class = .exact,
    requires: [Qualifier] = [],
    requiresOne: [Qualifier] = [],
    accepts: [Qualifier] = [],
    relation: String? = nil,
    parameters: [Parameter] = [],
    companions: [Companion] = [],
    isProportion: Bool = false,
    isAmongShown: Bool = false,
    isGraded: Bool = false,
    laws: [Law] = [],
    examples: [MetricExample] = [],
    triedWords: [String] = []
  ) {
    self.name = name
    self.bareName = bareName
    self.summary = summary
    self.formula = formula
    self.meaning = meaning
    self.unit = unit
    self.source = source
    self.claim = claim
    self.requires = requires
    self.requiresOne = requiresOne
    self.accepts = accepts
    self.relation = relation
    self.parameters = parameters
    self.companions = companions
    self.isProportion = isProportion
    self.isAmongShown = isAmongShown
    self.isGraded = isGraded
    self.laws = laws
    self.examples = examples
    self.triedWords = triedWords
  }
}

/// A worked example of a metric, run as a test and shown by `help`.
package struct MetricExample: Sendable {
  /// What it shows, in one line.
  package let caption: String
  /// The graph, as `"a>b b>c:0.5 a~yoga:0.9"`: `>` a follow, `:W` also a trust of that weight, `~`
  /// an interest, `a@share@b` an interaction, `a^yoga` a post about a topic, `a^` about none;
  /// `a@share@b:p0` is on the first of these posts, `a+b:yoga` a vouch, `a$purchase$b=40` an action
  /// for a brand, and `/3` behind one of them its day.
  package let graph: String
  /// The topic whose people stand after `with`, where the metric takes one.
  package let topic: String?
  /// Whether it is weighted by trust.
  package let isWeightedByTrust: Bool
  /// Values by handle, right to 4 decimals; NaN where missing.
  package let expected: [String: Double]

  /// A worked example.
  package init(
    _ caption: String,
    graph: String,
    topic: String? = nil,
    weightedByTrust: Bool = false,
    expect expected: [String: Double]
  ) {
    self.caption = caption
    self.graph = graph
    self.topic = topic
    isWeightedByTrust = weightedByTrust
    self.expected = expected
  }
}
