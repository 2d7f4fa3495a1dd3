import Graph

/// Numbers the kinds of events one file names, and counts the events of each.
///
/// Kinds are lower case here, and go by our names where the brackets give one: `share = "RT"`.
struct KindIntake {
  /// What the kinds are kinds of.
  enum Subject { case interactions, actions }

  private let subject: Subject
  private let constant: String?
  private let translations: [String: String]
  private var cached: [(key: UInt64, number: UInt32)] = []
  private var counts: [(number: UInt32, name: String, count: Int)] = []

  /// An intake by the plan.
  init(_ subject: Subject, _ plan: LoadPlan) {
    self.subject = subject
    constant = plan.constants[.kind]
    translations = plan.translations
  }

  /// The kind that stands for the whole file, if one does.
  var isConstant: Bool { constant != nil }

  /// The number of a kind, or of the constant one where there is no column.
  mutating func number(of name: NameBytes?, in builder: inout GraphBuilder) -> UInt32 {
    if let key = name?.key, key != 0, let known = cached.first(where: { $0.key == key }) {
      return known.number
    }
    let written = (constant ?? name?.text ?? "").lowercased()
    let kind = translations[written] ?? written
    let number =
      switch subject {
      case .interactions: builder.interactionKind(kind)
      case .actions: builder.actionKind(kind)
      }
    if let key = name?.key, key != 0, cached.count < 16 { cached.append((key, number)) }
    if !counts.contains(where: { $0.number == number }) { counts.append((number, kind, 0)) }
    return number
  }

  /// Counts one event of a kind that was numbered before.
  mutating func count(_ number: UInt32) {
    guard let index = counts.firstIndex(where: { $0.number == number }) else { return }
    counts[index].count += 1
  }

  /// The name of a kind.
  func name(of number: UInt32) -> String {
    counts.first { $0.number == number }?.name ?? ""
  }

  /// Adds the number of events of each kind to the report, the commonest first.
  func report(to report: inout LoadReport) {
    let sorted = counts.filter { $0.count > 0 }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    for kind in sorted.prefix(12) { report.add(kind.name, kind.count) }
    if sorted.count > 12 { report.notes.append("\(sorted.count - 12) further kinds") }
  }
}
