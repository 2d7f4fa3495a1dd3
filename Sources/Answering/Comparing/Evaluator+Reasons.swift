import Graph
import Metrics
import Query
import Values

extension Evaluator {
  /// The formula with the numbers in it, for the person and for whom they are held against.
  func formulas(_ account: Account, rival: Question.Person?) -> [String] {
    let own = formula(of: account.own, account.person, by: account.measure)
    guard let rival, let others = account.others else { return [own].compactMap(\.self) }
    return [own, formula(of: others, rival, by: account.measure)].compactMap(\.self)
  }

  /// The most numbers a formula is written out with.
  private static let mostTerms = 8

  private func formula(
    of opened: Opened,
    _ person: Question.Person,
    by measure: BoundMeasure
  ) -> String? {
    guard !opened.value.isNaN else { return nil }
    let value = Evaluator.spelled(opened.value, unit(of: measure))
    let head = "\(measure.columnName) of \(Reading.handle(person.handle)) is \(value)"
    guard opened.isExact else { return head }
    let terms = opened.parts.map { $0.amount * opened.divisor }.filter { $0 != 0 }
    guard !terms.isEmpty else { return head }
    let isAlike = terms.allSatisfy { $0 == terms[0] }
    let isWritten = terms.count > 1 && terms.count <= Evaluator.mostTerms && !isAlike
    let sum =
      isWritten
      ? terms.map { Evaluator.spelled($0, .plain) }.joined(separator: " + ")
      : Evaluator.spelled(terms.reduce(0, +), .plain)
    if opened.divisor == 1 { return isWritten ? "\(head) = \(sum)" : head }
    let whole = Evaluator.spelled(opened.divisor, .plain)
    return "\(head) = \(isWritten ? "(\(sum))" : sum) / \(whole)"
  }

  /// The place, who stands next to it, and which parts make the difference.
  func placeFindings(
    _ account: Account,
    _ side: Side,
    _ next: (person: Question.Person, isAbove: Bool)?,
    _ rival: Question.Person?
  ) -> [String] {
    let person = account.person
    let rank = side.ranks[Int(person.id)]
    guard rank.place > 0 else { return [] }
    let handle = Reading.handle(person.handle)
    let count = side.ranks.count { $0.place > 0 }
    var place =
      "\(handle) is \(rank.isShared ? "shared " : "")\(Evaluator.ordinal(rank.place)) of "
      + Tally.digits(count)
    if let next {
      let unit = side.ranking.companion == nil ? unit(of: side.measure) : .share
      let value = Evaluator.spelled(side.ranking[next.person.id], unit)
      let own = Evaluator.spelled(side.ranking[person.id], unit)
      let by = side.ranking.companion.map { " \($0)" } ?? ""
      place +=
        " with\(by) \(own), just \(next.isAbove ? "below" : "above") "
        + "\(Reading.handle(next.person.handle)) with \(value)"
    }
    return [place] + [difference(account, rival)].compactMap(\.self)
  }

  /// What the person has more of than another, and what the other has more of.
  private func difference(_ account: Account, _ rival: Question.Person?) -> String? {
    guard let other = account.rival else { return nil }
    guard let others = account.others, account.own.isExact, others.isExact else {
      return companions(of: account, other)
    }
    let unit = unit(of: account.measure)
    func words(_ pairs: [Account.Pair]) -> String {
      pairs.prefix(3).map { pair in
        "\(pair.name) (\(Evaluator.spelled(pair.difference.magnitude, unit)))"
      }
      .joined(separator: ", ")
    }
    let least = 1e-12 * max(account.own.value.magnitude, others.value.magnitude)
    let pairs = account.pairs.filter { $0.difference.magnitude > least }
    let (more, less) = (pairs.filter { $0.difference > 0 }, pairs.filter { $0.difference < 0 })
    let names = (Reading.handle(account.person.handle), Reading.handle(other.handle))
    let sentences = [
      more.isEmpty ? nil : "\(names.0) has more from \(words(more))",
      less.isEmpty ? nil : "\(names.1) has more from \(words(less))",
    ]
    let said = sentences.compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  /// The numbers that come with the measure, for both.
  private func companions(of account: Account, _ other: Question.Person) -> String? {
    guard let call = account.measure.soleCall, let result = result(of: call) else { return nil }
    let shown = result.companions.filter(\.isShown).prefix(4)
    guard !shown.isEmpty else { return nil }
    let words = shown.map { companion in
      let own = Evaluator.spelled(companion[account.person.id], companion.unit)
      let theirs = Evaluator.spelled(companion[other.id], companion.unit)
      return "\(companion.name) \(own) against \(theirs)"
    }
    return "beside \(Reading.handle(other.handle)): " + words.joined(separator: ", ")
  }

  /// Whether the parts sum, how many were not tried, and who has no value at all.
  func explanationRemarks(_ account: Account, _ rival: Question.Person?) -> [String] {
    let sides =
      [(account.person, account.own)]
      + (rival.map { [($0, account.others)] } ?? [])
      .compactMap { person, opened in opened.map { (person, $0) } }
    var remarks: [String] = []
    for (person, opened) in sides where opened.value.isNaN {
      remarks.append(
        "nothing to explain: \(Reading.handle(person.handle)) has no "
          + "\(account.measure.columnName): \(missingReason(of: account.measure))"
      )
    }
    guard remarks.isEmpty else { return remarks }
    if account.own.isExact {
      remarks.append("contributions sum to the value")
    } else {
      remarks.append(
        "differences do not sum to the value: each is what it loses without one of the contacts"
      )
    }
    for (person, opened) in sides where opened.untried > 0 {
      remarks.append(
        "\(Tally.digits(opened.untried)) less followed contacts of "
          + "\(Reading.handle(person.handle)) were not tried"
      )
    }
    if case .companion(let name, let call) = account.measure.opened,
      let companion = call.metric.card.companions.first(where: { $0.name == name })
    {
      remarks.append("\(name): \(companion.summary)")
    } else if let call = account.measure.soleCall {
      remarks.append("the formula: \(call.metric.card.formula)")
    }
    return remarks
  }
}
