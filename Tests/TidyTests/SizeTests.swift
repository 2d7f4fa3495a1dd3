import Testing

/// Files and functions that fit a screen or a few.
struct SizeTests {
  private static let fileLimit = 500
  private static let medianLimit = 150
  private static let functionLimit = 70

  /// Files with a longer function: its length, which only falls.
  private static let longFunctions = [
    // Seven files, loaded one on top of the other.
    "Tests/ImportingTests/EventTests.swift": 78
  ]

  @Test func `no file is longer than 500 lines`() {
    for file in Checkout.sources {
      let count = file.lines.count - 1
      #expect(count <= Self.fileLimit, "\(file.path) has \(count) lines; split it by what it does")
    }
  }

  @Test func `half the files are shorter than 150 lines`() {
    let lengths = Checkout.sources.map { $0.lines.count - 1 }.sorted()
    let median = lengths[lengths.count / 2]
    #expect(median < Self.medianLimit, "the median file has \(median) lines")
  }

  @Test func `no function is longer than 70 lines`() {
    for file in Checkout.sources where file.path.hasSuffix(".swift") {
      let limit = Self.longFunctions[file.path] ?? Self.functionLimit
      let functions = FunctionSpan.all(in: file.code)
      for function in functions where function.length > limit {
        let place = file.place(function.start)
        Issue.record("\(place): \(function.length) lines; name its parts and call them")
      }
      let longest = functions.map(\.length).max() ?? 0
      if let known = Self.longFunctions[file.path], longest < known {
        Issue.record("\(file.path): the longest function has \(longest) lines now: lower its limit")
      }
    }
  }

  @Test func `the length of a function is that from its name to its closing brace`() {
    let text = """
      func short() { }
      func long(
        of braces: String = "{"
      ) {
        if true { /* } */ }
      }
      struct S { init() {
      } }
      """
    let spans = FunctionSpan.all(in: SourceFile("A/B.swift", text: text).code)
    #expect(spans.map(\.length) == [1, 5, 2])
  }
}

/// Where a function begins and how many lines it has.
struct FunctionSpan {
  /// The index of its first line.
  let start: Int
  /// How many lines it has.
  let length: Int

  /// The functions, initialisers and subscripts with a body, by counting braces.
  static func all(in code: [Substring]) -> [FunctionSpan] {
    let head = /(?:\bfunc\s+\S|\binit[?]?\s*[(<]|\bdeinit\b|\bsubscript\s*[(<])/
    var found: [FunctionSpan] = []
    for (start, line) in code.enumerated() {
      guard line.contains("func ") || line.contains("init") || line.contains("subscript"),
        let match = line.firstMatch(of: head), !line.contains(/\.init\b|self\.init\b/)
      else {
        continue
      }
      if let end = end(of: start, from: match.range.lowerBound, in: code) {
        found.append(FunctionSpan(start: start, length: end - start + 1))
      }
    }
    return found
  }

  /// The line with the brace that closes the first one opened; nil where there is no body.
  private static func end(of start: Int, from column: Substring.Index, in code: [Substring]) -> Int?
  {
    var depth = 0
    for index in start..<code.count {
      let line = index == start ? code[index][column...] : code[index]
      let startsDeclaration = line.contains(
        /^\s*(?:package\s|static\s|mutating\s)*(?:func|var|let)\s/
      )
      if depth == 0, index > start, line.isBlank || startsDeclaration { return nil }
      for character in line {
        if character == "{" { depth += 1 }
        if character == "}" {
          depth -= 1
          if depth < 0 { return nil }
          if depth == 0 { return index }
        }
      }
    }
    return nil
  }
}

extension Substring {
  /// Whether nothing but space stands in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
