import Graph
import Query
import Shell
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Lessons teach what is true: they run, their exercises can be solved, their numbers are shown.
@Suite struct LessonTests {
  static let names = Lesson.all.map(\.name)

  @Test func `the program carries the lessons of the folder, in their order`() {
    let files = Places.names(in: "lessons").filter { $0.hasSuffix(".kith") }
    let carried = Lesson.all.enumerated().map { place, lesson in
      let number = place + 1
      return (number < 10 ? "0" : "") + "\(number)-\(lesson.name).kith"
    }
    #expect(files == carried, "where a file is new, touch Package.swift and build")
    #expect(carried.count >= 10)
  }

  @Test(arguments: names) func `a lesson has all it takes`(_ name: String) throws {
    let lesson = try #require(Lesson.all.first { $0.name == name })
    #expect(!lesson.title.isEmpty && !lesson.summary.isEmpty && !lesson.opening.isEmpty)
    let exercises = lesson.steps.compactMap(\.exercise)
    #expect(!exercises.isEmpty)
    for exercise in exercises {
      #expect(!exercise.hint.isEmpty && !exercise.checks.isEmpty && !exercise.wrong.isEmpty)
    }
    #expect(lesson.steps.allSatisfy { !$0.text.isEmpty })
  }

  /// All that a lesson says and asks fits 80 columns and goes well, where nobody waits for it.
  @Test(arguments: names) func `a lesson plays through`(_ name: String) {
    let talk = Talk(isScreen: true)
    #expect(talk.submit("lesson \(name)") == .done, "\(talk.messages)")
    #expect(!talk.conversation.isInLesson)
    for line in (talk.messages + talk.results).split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test(arguments: names)
  func `an exercise knows a right answer from a wrong one`(_ name: String) throws {
    let lesson = try #require(Lesson.all.first { $0.name == name })
    let talk = Self.pupil(in: name)
    for step in lesson.steps {
      guard let exercise = step.exercise else {
        #expect(talk.submit("") == .done)
        continue
      }
      let prompt = talk.conversation.prompt
      #expect(talk.submit(exercise.wrong) == .done)
      #expect(talk.messages.contains("Not yet."), "\(exercise.wrong)")
      #expect(talk.conversation.prompt == prompt)
      for answer in step.questions { talk.submit(answer) }
      #expect(talk.messages.contains("Right."), "\(step.questions)")
    }
    #expect(!talk.conversation.isInLesson)
  }

  /// Whoever changes the data finds the words that speak of them.
  @Test(arguments: names)
  func `every number of the text stands in an answer`(_ name: String) throws {
    let lesson = try #require(Lesson.all.first { $0.name == name })
    let talk = Talk(isScreen: true)
    let loaded = talk.conversation.runScript(Places.example("lessons/\(lesson.data)"))
    #expect(loaded == .done, "\(talk.messages)")
    var shown: Set<Double> = []
    for step in lesson.steps {
      for question in step.questions {
        talk.submit(question)
        shown.formUnion(Self.numbers(in: question + "\n" + talk.messages + talk.results))
      }
      let said = Self.numbers(in: Self.prose(of: step))
      #expect(said.isSubset(of: shown), "\(said.subtracting(shown)): \(step.text)")
    }
  }

  @Test func `a lesson leaves the session as it was`() {
    let talk = Talk([Places.load("people", "eight-people/people.csv"), "define own as customers"])
    talk.submit("set interest threshold 0.7")
    talk.submit("people")
    talk.conversation.isAtPrompt = true
    talk.submit("lesson celebrity")
    talk.submit("define other as #yoga")
    talk.submit("count people")
    #expect(talk.results.contains("2001"))
    talk.submit("set interest threshold 0.2")
    talk.submit("leave")
    #expect(!talk.conversation.isInLesson)
    #expect(talk.conversation.session.definitions.names == ["own"])
    check(["count those"], in: talk, expect: .writes("count\tshare\n8\t1\n"))
    talk.submit("describe settings")
    #expect((talk.results + talk.messages).contains("0.7"))
  }

  @Test func `one moves around in a lesson`() {
    let talk = Self.pupil(in: "celebrity")
    #expect(talk.conversation.prompt.hasPrefix("celebrity 1/"))
    #expect(talk.messages.contains("Followers are not customers"))
    talk.submit("next")
    #expect(talk.results.contains("2001"))
    #expect(talk.conversation.prompt.hasPrefix("celebrity 2/"))
    talk.submit("SKIP")
    #expect(talk.results.isEmpty)
    #expect(talk.conversation.prompt.hasPrefix("celebrity 3/"))
    for _ in 0..<5 { talk.submit("back") }
    #expect(talk.conversation.prompt.hasPrefix("celebrity 1/"))
    talk.submit("count  PEOPLE")
    #expect(talk.conversation.prompt.hasPrefix("celebrity 2/"), "what it asks was typed")
    talk.submit("count customers")
    #expect(talk.conversation.prompt.hasPrefix("celebrity 2/"), "something else was")
    #expect(talk.submit("cuont people") != .done)
    #expect(talk.conversation.isInLesson)
    talk.submit("lesson gaming")
    #expect(talk.conversation.prompt.hasPrefix("gaming 1/"))
    #expect(talk.submit("quit") == .done)
    #expect(talk.conversation.prompt == Dialogue.prompt)
    #expect(talk.conversation.session.graph.isEmpty)
  }

  @Test func `an exercise waits for an answer, helps, and shows a way`() {
    let talk = Self.pupil(in: "celebrity")
    for _ in 0..<5 { talk.submit("") }
    let prompt = talk.conversation.prompt
    talk.submit("")
    #expect(talk.messages.contains("`hint`"))
    talk.submit("hint")
    #expect(talk.messages.contains("followers"))
    talk.submit("help top")
    #expect(!talk.messages.contains("Not yet."))
    talk.submit("count customers")
    #expect(talk.messages.contains("Not yet."))
    #expect(talk.conversation.prompt == prompt)
    talk.submit("skip")
    #expect(talk.messages.contains("\(prompt)top 5 customers by followers"))
    #expect(talk.conversation.prompt != prompt)
  }

  @Test func `a mistake mended by fix is an answer`() {
    let talk = Self.pupil(in: "celebrity")
    for _ in 0..<6 { talk.submit("skip") }
    #expect(talk.submit("top 3 people by folowers") != .done)
    talk.submit("fix")
    #expect(talk.messages.contains("Right."))
  }

  @Test func `Ctrl-C and Ctrl-D leave the lesson, then Ctrl-D the program`() {
    let inputs: [StatementInput] = [
      .statement("lesson celebrity"), .statement(""), .interrupted(hadText: true),
      .interrupted(hadText: false), .statement("lesson celebrity"), .statement("count people"),
      .end, .statement("help quit"), .end, .statement("never asked for"),
    ]
    var source = Listed(inputs: inputs)
    let talk = Talk()
    var dialogue = Dialogue(talk.conversation)
    let code = dialogue.run(with: &source, goesOnAfterErrors: true)
    #expect(code == 0)
    #expect(source.inputs.count == 1)
    let words = source.prompts.map { $0.split(separator: "/")[0] }
    #expect(
      words == [
        "kith> ", "celebrity 1", "celebrity 2", "celebrity 2", "kith> ", "celebrity 1",
        "celebrity 2", "kith> ", "kith> ",
      ]
    )
    let remembered = ["lesson celebrity", "lesson celebrity", "count people", "help quit"]
    #expect(source.remembered == remembered)
  }

  @Test func `lessons are listed, and found by name and number`() {
    check(["lesson"], expect: .says(["lesson celebrity", "Followers are not customers"]))
    let byNumber = Talk(["lesson 10"]).messages
    #expect(byNumber == Talk(["lesson limits"]).messages)
    check(["lesson celebrty"], expect: .fails(1, ["unknown-name", "fix: celebrity"]))
    check(["lesson cooking"], expect: .fails(1, ["choices: celebrity"]))
    check(["lesson 99"], expect: .fails(1, ["no lesson is called `99`"]))
  }

  @Test func `names of lessons are completed`() {
    let session = Talk().conversation.session
    let choices = Completer(session).choices(in: "lesson ", at: 7).choices
    #expect(choices.map(\.text) == Self.names.sorted())
    #expect(choices.allSatisfy { $0.kind == .lesson && !$0.meaning.isEmpty })
    #expect(Completer(session).choices(in: "lesson ga", at: 9).choices.map(\.text) == ["gaming"])
  }

  @Test func `a script with a lesson does not wait`() {
    let folder = ScratchFolder([("a.kith", "lesson limits\ndefine x as followers\n")])
    let talk = Talk()
    talk.conversation.isAtPrompt = true
    #expect(talk.submit("run \"\(folder.path)/a.kith\"") == .done)
    #expect(!talk.conversation.isInLesson)
    #expect(talk.conversation.session.definitions.names == ["x"])
  }

  @Test func `carried files are read wherever Kith was started`() {
    check(
      ["run \"kith:eight-people/load.kith\"", "count people"],
      expect: .writes("count\tshare\n8\t1\n")
    )
    let script = "run \"kith:lessons/../eight-people/./load.kith\""
    check([script, "count customers"], expect: .writes("count\tshare\n2\t0.25\n"))
    check(["run \"kith:truth.csv\""], expect: .fails(4, ["cannot be read"]))
    check(["load people from \"kith:village/truth.csv\""], expect: .fails(4))
  }

  @Test func `a layout is read into text, questions and exercises`() throws {
    let lesson = Lesson(
      file: "kith:lessons/07-small.kith",
      text: """
        -- Title
        --
        -- About it,
        -- in two lines.
        run "a.kith"

        -- First.
        --
        -- Second.
        count people
          and customers

        -- Before.
        --
        -- try: Do it.
        --
        -- hint: So.
        -- not: count people
        people
        expect those is @a

        -- The end.
        """
    )
    #expect(lesson.name == "small")
    #expect(lesson.title == "Title")
    #expect(lesson.summary == "About it, in two lines.")
    #expect(lesson.opening == ["run \"a.kith\""])
    try #require(lesson.steps.count == 3)
    #expect(lesson.steps[0].text == ["First.", "Second."])
    #expect(lesson.steps[0].questions == ["count people\n  and customers"])
    #expect(lesson.steps[0].exercise == nil)
    #expect(lesson.steps[1].text == ["Before.", "Do it."])
    #expect(lesson.steps[1].questions == ["people"])
    #expect(lesson.steps[1].exercise?.hint == "So.")
    #expect(lesson.steps[1].exercise?.wrong == "count people")
    #expect(lesson.steps[1].exercise?.checks == ["expect those is @a"])
    #expect(lesson.steps[2].text == ["The end."])
    #expect(lesson.steps[2].questions.isEmpty)
  }

  /// Somebody at a prompt who begins a lesson.
  private static func pupil(in lesson: String) -> Talk {
    let talk = Talk()
    talk.conversation.isAtPrompt = true
    talk.submit("lesson \(lesson)")
    return talk
  }

  /// What a step says, without names and without what stands in backquotes.
  private static func prose(of step: Lesson.Step) -> String {
    step.text.joined(separator: " ").replacing(/`[^`]*`/, with: "").replacing(/[@#]\w+/, with: "")
  }

  private static func numbers(in text: String) -> Set<Double> {
    Set(
      text.matches(of: /\d[\d,]*(?:\.\d+)?/).compactMap { match in
        Double(match.output.filter { $0 != "," })
      }
    )
  }
}

extension Lesson {
  /// The script that its first block runs, as it is named from the folder of the lessons.
  fileprivate var data: String {
    opening.first?.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
  }
}

extension Places {
  /// The names in a folder of the examples, in order.
  fileprivate static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(example(folder)) else { return [] }
    defer { unsafe closedir(directory) }
    var found: [String] = []
    while let entry = unsafe readdir(directory) {
      found.append(
        unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
          unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
      )
    }
    return found.filter { !$0.hasPrefix(".") }.sorted()
  }
}

/// Statements from a list, with what was asked of it.
private struct Listed: StatementSource {
  var inputs: [StatementInput]
  var prompts: [String] = []
  var remembered: [String] = []

  mutating func next(prompt: String) -> StatementInput {
    prompts.append(prompt)
    return inputs.isEmpty ? .end : inputs.removeFirst()
  }

  mutating func remember(_ statement: String) { remembered.append(statement) }
}
