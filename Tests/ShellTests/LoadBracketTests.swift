import Shell
import Testing

/// Tab inside the brackets of `load`.
@Suite struct LoadBracketTests {
  private let folder = ScratchFolder([
    ("people.csv", "user name,mail,age\nann,a@x,31\nbob,b@x,44\n"), ("plain.txt", "1 2\n3 4\n"),
  ])

  private func offered(_ text: String, isSafe: Bool = false) -> (from: Int, texts: [String]) {
    var session = Talk().conversation.session
    session.isSafe = isSafe
    let completer = Completer(session, folder: folder.path)
    let found = completer.choices(in: text, at: text.utf8.count)
    return (found.from, found.choices.map(\.text))
  }

  @Test(arguments: [
    ("load people from \"people.csv\" (handle = ", ["\"user name\"", "age", "mail"], ""),
    ("load people from \"people.csv\" (handle =", ["\"user name\"", "age", "mail"], ""),
    ("load people from \"people.csv\" (handle = m", ["mail"], "m"),
    ("load people from \"people.csv\" (handle = mail, years = a", ["age"], "a"),
    ("load follows from \"plain.txt\" (follower = ", ["1", "2"], ""),
    ("load trust from \"plain.txt\" (tru", ["trust", "trusted", "truster"], "tru"),
    ("load trust from \"plain.txt\" (truster = 1, sca", ["scale"], "sca"),
    ("load people from \"nowhere.csv\" (handle = ", [], ""),
  ])
  func `columns behind the sign, our words before it`(
    _ text: String,
    _ wanted: [String],
    _ typed: String
  ) {
    let found = offered(text)
    #expect(found.texts.sorted() == wanted.sorted())
    #expect(found.from == text.utf8.count - typed.utf8.count)
  }

  @Test func `no file is looked at where files are out of reach`() {
    #expect(offered("load people from \"people.csv\" (handle = ", isSafe: true).texts == [])
  }

  @Test func `outside of the brackets it is as elsewhere`() {
    #expect(offered("load people from \"people.csv\" ").texts == [])
    #expect(offered("load fol").texts.contains("follows"))
  }
}
