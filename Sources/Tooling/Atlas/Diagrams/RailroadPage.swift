import Notation

/// The railroad diagrams of the rules of one file of the grammar, as one picture.
///
/// It carries its own colours for light and dark surroundings, a title, and the rules in words for
/// those who do not see it.
struct RailroadPage {
  /// How wide a rule is drawn before it goes on in another row.
  private static let limit = 760

  private let page: GrammarSource.Page
  private let rules: [GrammarSource.RuleSource]
  /// The name of the file that defines each rule.
  private let homes: [String: String]
  /// What messages call each open terminal.
  private let labels: [String: String]

  /// The picture of a page; nil where it has no rules.
  init?(_ page: GrammarSource.Page, in source: GrammarSource) {
    let rules = source.rules.filter { $0.file == page.file }
    guard !rules.isEmpty else { return nil }
    self.page = page
    self.rules = rules
    let names = Dictionary(source.pages.map { ($0.file, $0.name) }) { first, _ in first }
    homes = Dictionary(source.rules.map { ($0.name, names[$0.file] ?? "") }) { first, _ in first }
    labels = Dictionary(source.terminals.map { ($0.name, $0.label) }) { first, _ in first }
  }

  /// The picture, as SVG.
  var svg: String {
    var drawing = RailDrawing()
    var (y, width) = (54, page.title.count * 9 + 48)
    for rule in rules {
      let shape = shape(of: rule.expression, within: RailroadPage.limit)
      drawing.add(
        "<text class=\"name\" id=\"\(rule.name)\" x=\"24\" y=\"\(y + 12)\">\(rule.name)</text>"
      )
      y += 26 + shape.up + 6
      drawing.add("<circle class=\"end\" cx=\"30\" cy=\"\(y)\" r=\"5\"/>")
      drawing.rail(from: 30, y, "h22")
      shape.draw(&drawing, 52, y)
      drawing.rail(from: 52 + shape.width, y, "h22")
      drawing.add("<circle class=\"end\" cx=\"\(74 + shape.width)\" cy=\"\(y)\" r=\"5\"/>")
      y += shape.down + 26
      width = max(width, shape.width + 104)
    }
    return picture(width, y, drawing)
  }

  private func picture(_ width: Int, _ height: Int, _ drawing: RailDrawing) -> String {
    let words = rules.map { "\($0.name): \(spoken($0.expression))." }.joined(separator: "\n")
    let title = page.title.isEmpty ? page.name : page.title
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title words">
      <title id="title">\(title.escapedForMarkup)</title>
      <desc id="words">\(words.escapedForMarkup)</desc>
      <style>
      \(RailroadPage.style)
      </style>
      <rect class="paper" width="\(width)" height="\(height)" rx="8"/>
      <text class="title" x="24" y="34">\(title.escapedForMarkup)</text>
      <path class="rail" d="\(drawing.rails)"/>
      \(drawing.boxes)</svg>

      """
  }

  private static let style = """
    text { font: 13px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; \
    fill: #1c2733; text-anchor: middle }
    .title, .name, .frame text { text-anchor: start }
    .title { font: 600 16px system-ui, "DejaVu Sans", sans-serif }
    .name { font-weight: 700; fill: #57606a }
    .frame text { font-size: 11px; fill: #a40e26 }
    .paper { fill: #ffffff }
    .rail { fill: none; stroke: #6e7781; stroke-width: 2 }
    .end, .tip { fill: #6e7781 }
    .word rect { fill: #ddf4ff; stroke: #0969da; stroke-width: 1.5 }
    .open rect { fill: #fff8c5; stroke: #9a6700; stroke-width: 1.5 }
    .rule rect { fill: #f6f8fa; stroke: #57606a; stroke-width: 1.5 }
    .frame rect { fill: none; stroke: #a40e26; stroke-dasharray: 4 3 }
    @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .name { fill: #9ea7b3 }
    .frame text { fill: #ff938a }
    .paper { fill: #0d1117 }
    .rail { stroke: #768390 }
    .end, .tip { fill: #768390 }
    .word rect { fill: #0c2d6b; stroke: #58a6ff }
    .open rect { fill: #3b2a04; stroke: #d4a72c }
    .rule rect { fill: #21262d; stroke: #9ea7b3 }
    .frame rect { stroke: #ff938a }
    }
    """
}

extension RailroadPage {
  private func shape(of expression: GrammarExpression, within limit: Int) -> RailShape {
    switch expression {
    case .literal(let word): return .box(word, style: "word")
    case .terminal(let name): return .box(name, style: "open", hint: labels[name] ?? "")
    case .rule(let name):
      return .box(name, style: "rule", link: "\(homes[name] ?? "").svg#\(name)")
    case .sequence(let parts): return .sequence(shapes(of: parts, within: limit), within: limit)
    case .choice(let parts): return choice(of: parts, within: limit - 4 * RailShape.bend)
    case .optional(let part): return .bypassed(shape(of: part, within: limit - 4 * RailShape.bend))
    case .many(let part):
      return .bypassed(.loop(shape(of: part, within: limit - 6 * RailShape.bend)))
    case .some(let part): return .loop(shape(of: part, within: limit - 2 * RailShape.bend))
    case .not(let part): return .framed(shape(of: part, within: limit - 20), as: "not followed by")
    }
  }

  /// The shapes of a sequence, where `a (',' a)*` is one loop with the comma on its way back.
  private func shapes(of parts: [GrammarExpression], within limit: Int) -> [RailShape] {
    var shapes: [RailShape] = []
    var index = 0
    while index < parts.count {
      let part = shape(of: parts[index], within: limit)
      if let joint = joint(behind: index, in: parts) {
        shapes.append(.loop(part, back: shape(of: joint, within: limit)))
        index += 2
      } else {
        shapes.append(part)
        index += 1
      }
    }
    return shapes
  }

  /// What joins the repetitions of a part, where it is repeated behind itself.
  private func joint(behind index: Int, in parts: [GrammarExpression]) -> GrammarExpression? {
    guard index + 1 < parts.count, case .many(.sequence(let repeated)) = parts[index + 1],
      repeated.count == 2, repeated[1] == parts[index]
    else { return nil }
    return repeated[0]
  }

  /// A choice; what alternatives behind each other end with is drawn once, behind them.
  private func choice(of parts: [GrammarExpression], within limit: Int) -> RailShape {
    var runs: [[GrammarExpression]] = []
    for part in parts {
      if let last = runs.last?.first, last.items.count > 1, part.items.count > 1,
        last.items.last == part.items.last
      {
        runs[runs.count - 1].append(part)
      } else {
        runs.append([part])
      }
    }
    let shapes = runs.flatMap { run -> [RailShape] in
      guard run.count > 2 || run.count == parts.count, run.count > 1, let end = run[0].items.last
      else { return run.map { shape(of: $0, within: limit) } }
      let heads = run.map { GrammarExpression.sequence(Array($0.items.dropLast())) }
      let inner = limit - 4 * RailShape.bend
      let head = choice(of: heads.map(\.unwrapped), within: inner)
      return [.sequence([head, shape(of: end, within: inner)], within: limit)]
    }
    return shapes.count == 1 ? shapes[0] : .choice(shapes)
  }

  /// An expression in words.
  private func spoken(_ expression: GrammarExpression) -> String {
    switch expression {
    case .literal(let word): "'\(word)'"
    case .terminal(let name): labels[name] ?? name
    case .rule(let name): name
    case .sequence(let parts): parts.map(spoken).joined(separator: ", then ")
    case .choice(let parts): "(" + parts.map(spoken).joined(separator: ", or ") + ")"
    case .optional(let part): "perhaps (\(spoken(part)))"
    case .many(let part): "any number of (\(spoken(part)))"
    case .some(let part): "one or more of (\(spoken(part)))"
    case .not(let part): "not followed by (\(spoken(part)))"
    }
  }
}

extension GrammarExpression {
  /// The only part of a sequence of one; any other expression itself.
  fileprivate var unwrapped: GrammarExpression { items.count == 1 ? items[0] : self }
}
