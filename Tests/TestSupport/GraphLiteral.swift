package import Graph

extension Graph {
  /// A graph from a line such as `"a>b b>c:0.5 a~yoga:0.9"`: `>` is a follow, with `:W` also a
  /// trust of that weight; `!` a trust alone; `~` an interest in a topic.
  ///
  /// People and topics are numbered by first appearance; a lone name is a person.
  package init(literal: String) {
    var builder = GraphBuilder()
    var follows = TieBuffer(weighted: false)
    var trust = TieBuffer(weighted: true)
    var interests = TieBuffer(weighted: true)
    for word in literal.split(separator: " ") {
      let parts = word.split(separator: ":")
      let weight = parts.count > 1 ? Double(parts[1]) : nil
      guard let sign = parts[0].firstIndex(where: { ">!~".contains($0) }) else {
        _ = builder.person(String(parts[0]))
        continue
      }
      let source = builder.person(String(parts[0][..<sign]))
      let name = String(parts[0][parts[0].index(after: sign)...])
      if parts[0][sign] == "~" {
        interests.append(from: builder.topic(name), to: source, weight: weight ?? 1)
        continue
      }
      let target = builder.person(name)
      if parts[0][sign] == ">" { follows.append(from: source, to: target) }
      if let weight { trust.append(from: source, to: target, weight: weight) }
    }
    _ = builder.add(follows, to: "follows")
    if trust.count > 0 { _ = builder.add(trust, to: "trust") }
    _ = builder.add(statedInterests: interests)
    self = builder.frozen()
  }
}
