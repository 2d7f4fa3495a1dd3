import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// The columns of some measures: the first one's companions come with it, each once.
  func columns(
    of measures: [BoundMeasure],
    for people: [PersonID],
    ranking: Ranking?
  ) -> [Column] {
    var columns: [Column] = []
    let names = measures.columnNames
    for (index, measure) in measures.enumerated() {
      var name = names[index]
      if columns.contains(where: { $0.name == name }) {
        let words = Reading.text(of: measure)
        let first = measures[0].soleCall.map { Reading.text(of: .companion(name, of: $0)) }
        if words == first { continue }
        name = words
      }
      let goesByIt = index == 0 && ranking != nil && ranking?.companion == nil
      let ascends = ranking?.isAscending == true
      columns.append(
        column(of: measure, named: name, for: people, ranks: goesByIt, ascends: ascends)
      )
      if index == 0, ranking != nil {
        columns += companions(of: measure, for: people, ranking: ranking)
          .filter { $0.ranks || !names.contains($0.name) }
      }
    }
    return columns
  }

  /// A measure's column.
  func column(
    of measure: BoundMeasure,
    named name: String,
    for people: [PersonID],
    ranks: Bool = false,
    ascends: Bool = false
  ) -> Column {
    Column(
      name,
      unit: unit(of: measure),
      cells: cells(of: measure).rows(people),
      ranks: ranks,
      ascends: ascends,
      missingReason: missingReason(of: measure)
    )
  }

  /// The companions that come with a metric standing alone.
  private func companions(
    of measure: BoundMeasure,
    for people: [PersonID],
    ranking: Ranking?
  ) -> [Column] {
    guard let call = measure.soleCall, let result = result(of: call) else { return [] }
    var columns: [Column] = []
    if case .companion(_, let call) = measure.opened {
      let name = call.metric.card.name
      columns.append(column(of: .metric(call), named: name, for: people, ranks: false))
    }
    for companion in result.companions {
      if case .companion(let own, _) = measure.opened, own == companion.name { continue }
      let isOtherEnd = ranking?.companion == "high" && companion.name == "low"
      guard companion.name == ranking?.companion || (companion.isShown && !isOtherEnd)
      else { continue }
      columns.append(
        Column(
          companion.name,
          unit: companion.unit,
          cells: .numbers(companion.values(of: people)),
          ranks: companion.name == ranking?.companion,
          ascends: ranking?.isAscending == true,
          missingReason: companion.missingReason ?? result.missingReason
        )
      )
    }
    return columns
  }

  /// What a measure's numbers are numbers of.
  func unit(of measure: BoundMeasure) -> Unit {
    switch measure {
    case .metric(let call): call.metric.card.unit
    case .companion(let name, let call): result(of: call)?[name]?.unit ?? .plain
    case .defined(_, let inner), .negative(let inner), .scoped(let inner, _): unit(of: inner)
    case .function(.percentile, _): .share
    case .myTrust, .tieWeight, .inferredTie: .score
    case .number, .attribute, .function, .combined: .plain
    }
  }

  /// Why a measure's value is missing, where it is.
  func missingReason(of measure: BoundMeasure) -> String {
    switch measure {
    case .metric(let call): result(of: call)?.missingReason ?? "not defined"
    case .companion(let name, let call):
      result(of: call)?[name]?.missingReason ?? missingReason(of: .metric(call))
    case .defined(_, let inner), .negative(let inner): missingReason(of: inner)
    case .scoped(let inner, let scope): missingReason(of: inner, on: scope)
    case .attribute: "not in the data"
    case .myTrust: "no trust of mine is known"
    case .tieWeight, .inferredTie: "no tie"
    case .number, .function, .combined: "not defined"
    }
  }

  /// Why a measure on a part of the graph is missing, where that part leaves people out.
  private func missingReason(of measure: BoundMeasure, on scope: BoundScope) -> String {
    let reason = missingReason(of: measure)
    guard let absent = scope.absent else { return reason }
    let part = "without \(Reading.text(of: absent, isPart: true))"
    return reason == "not defined" ? "not there \(part)" : "\(reason), or not there \(part)"
  }

  /// What to know about the columns: who is missing and why, what the metrics remark, and where an
  /// expression rests on few people.
  func remarks(
    on measures: [BoundMeasure],
    _ columns: [Column],
    for people: [PersonID]
  ) -> [String] {
    var remarks: [String] = []
    for (measure, name) in zip(measures, measures.columnNames) {
      if let column = columns.first(where: { $0.name == name }), column.missingCount > 0 {
        let reason = column.missingReason.map { ": \($0)" } ?? ""
        remarks.append("\(Tally.digits(column.missingCount)) without \(name)\(reason)")
      }
      for call in measure.calls {
        if call.metric.card.claim == .reconstruction {
          let name = call.metric.card.name
          remarks.append("\(name) is a reconstruction: `help \(name)` says what is assumed")
          remarks += partsNobodyHas(call)
        }
        remarks += result(of: call)?.remarks ?? []
        if let few = smallNumbers(of: call, for: people) { remarks.append(few) }
      }
    }
    var seen: Set<String> = []
    return remarks.filter { seen.insert($0).inserted }
  }
}

extension Evaluator {
  /// Which parts of a score nobody has, as the data say nothing of them.
  private func partsNobodyHas(_ call: MetricCall) -> [String] {
    guard let result = result(of: call), result.values.contains(where: { !$0.isNaN }) else {
      return []
    }
    let everybody = Array(0..<UInt32(graph.personCount))
    return result.companions.filter { companion in
      companion.isShown && companion.values(of: everybody).allSatisfy(\.isNaN)
    }.map { "nobody has \($0.name): \(call.metric.card.name) is made of its other parts" }
  }

  /// How many of the values shown rest on fewer than ten people, where any do.
  private func smallNumbers(of call: MetricCall, for people: [PersonID]) -> String? {
    guard let result = result(of: call), let name = result.basis, let basis = result[name] else {
      return nil
    }
    let shown = people.filter { !result.values[Int($0)].isNaN }
    let few = basis.values(of: shown).count { !($0 >= 10) }
    guard few > 0 else { return nil }
    let size =
      if case .count(let things) = basis.unit { "fewer than 10 \(things)" } else {
        "an \(name) below 10"
      }
    let all = Tally.digits(shown.count)
    return "small n: \(Tally.digits(few)) of \(all) values shown rest on \(size)"
  }
}
