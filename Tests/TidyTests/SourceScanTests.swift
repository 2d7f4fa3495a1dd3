import Testing

/// The scan that the other tests stand on.
struct SourceScanTests {
  @Test func `code is what is neither comment nor text`() {
    let file = SourceFile(
      "A/B.swift",
      text: #"""
        let a = "print(" // print(
        let b = "\(c("}")) {" /* { /* { */ } */ + d
        let e = """
          fatalError( "quoted"
          """ + f
        #if g
        """#
    )
    #expect(file.code[0].contains("let a"))
    #expect(!file.code.joined().contains("print("))
    #expect(file.comments[0].contains("// print("))
    #expect(file.code[1].filter { "{}()".contains($0) } == "(())")
    #expect(file.code[1].contains("+ d"))
    #expect(!file.code[3].contains("fatalError"))
    #expect(file.code[4].contains("+ f"))
    #expect(file.code[5] == "#if g")
  }
}
