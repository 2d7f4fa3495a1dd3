import Diagnostics
import Query
import Rendering
import Syntax

extension Conversation {
  /// The prompt: in a lesson it says where in it one is.
  package var prompt: String {
    guard let play else { return Dialogue.prompt }
    return "\(play.lesson.name) \(play.place + 1)/\(play.lesson.steps.count)> "
  }

  /// Whether a lesson is being played.
  package var isInLesson: Bool { play != nil }

  /// Whether a line moves around in the lesson being played.
  package func isLessonWord(_ line: String) -> Bool {
    isInLesson && LessonPlay.Word(line) != nil
  }

  /// Begins a lesson at a prompt, else plays all of it.
  mutating func begin(_ lesson: Lesson) -> Outcome {
    let kept = play?.kept ?? session
    let outcome = open(lesson)
    guard outcome == .done else {
      session = kept
      play = nil
      return outcome
    }
    play = LessonPlay(lesson: lesson, kept: kept)
    guard isAtPrompt, depth == 0 else { return playThrough() }
    showStep()
    return .done
  }

  /// Ends the lesson: the session is again what it was before.
  package mutating func leaveLesson() {
    guard let play else { return }
    session = play.kept
    self.play = nil
    surroundings.messages("  The lesson is over, and the session as it was before.\n")
  }

  /// Goes on in the lesson with a line that was typed.
  mutating func goOn(in line: String) -> Outcome {
    guard let step = play?.step else { return .done }
    switch LessonPlay.Word(line) {
    case .next where step.exercise != nil:
      surroundings.messages("  An answer, or `hint`, `skip`, `back`, `leave`.\n")
      return .done
    case .next: return ask(step)
    case .skip: return step.exercise == nil ? moveOn() : ask(step, showing: true)
    case .hint:
      let hint = step.exercise?.hint ?? ""
      tell(hint.isEmpty ? "Enter asks what stands above." : hint)
      return .done
    case .back:
      let place = play?.place ?? 0
      play?.place = max(0, place - 1)
      showStep()
      return .done
    case .leave, .quit:
      leaveLesson()
      return .done
    case nil: return run(line, at: step)
    }
  }

  /// Runs a statement of the person's own, and goes on where it is what the step asks.
  private mutating func run(_ line: String, at step: Lesson.Step) -> Outcome {
    let name = play?.lesson.name
    let outcome = runTyped(line)
    if outcome == .quit {
      leaveLesson()
      return .done
    }
    // What was typed may have begun another lesson.
    guard outcome == .done, play?.lesson.name == name else { return outcome }
    guard let exercise = step.exercise else {
      return step.questions.contains { $0.isSame(as: line) } ? moveOn() : .done
    }
    if holds(exercise) {
      surroundings.messages("\n  Right.\n")
      return moveOn()
    }
    if isAttempt(line) {
      surroundings.messages("\n  Not yet. `hint` helps, `skip` shows a way.\n")
    }
    return .done
  }

  /// Asks what a step asks, or shows a right answer of an exercise, and moves on.
  private mutating func ask(_ step: Lesson.Step, showing isShown: Bool = false) -> Outcome {
    for question in step.questions {
      if isShown { surroundings.messages(prompt + question + "\n") }
      let outcome = runTyped(question)
      guard outcome == .done else { return outcome }
    }
    return moveOn()
  }

  private mutating func moveOn() -> Outcome {
    guard let play else { return .done }
    guard play.place + 1 < play.lesson.steps.count else {
      end(play.lesson)
      return .done
    }
    self.play?.place += 1
    showStep()
    return .done
  }

  /// Plays all of a lesson without waiting; an exercise shows a right answer.
  private mutating func playThrough() -> Outcome {
    guard let play else { return .done }
    for (place, step) in play.lesson.steps.enumerated() {
      self.play?.place = place
      showStep()
      for question in step.questions {
        let outcome = runTyped(question)
        guard outcome == .done else {
          leaveLesson()
          return outcome
        }
      }
    }
    end(play.lesson)
    return .done
  }

  private mutating func end(_ lesson: Lesson) {
    if play?.step.questions.isEmpty == false { surroundings.messages("\n") }
    leaveLesson()
    let names = Lesson.all.map(\.name)
    guard let place = names.firstIndex(of: lesson.name), place + 1 < names.count else { return }
    tell("`lesson \(names[place + 1])` is the next one: \(Lesson.all[place + 1].title).")
  }
}

extension Conversation {
  /// Makes a session of its own for a lesson, with its data; display settings stay.
  private mutating func open(_ lesson: Lesson) -> Outcome {
    var settings = session.settings
    settings.query = QuerySettings()
    let (place, folder, isSafe) = (surroundings, self.folder, session.isSafe)
    session = Session(vocabulary: session.vocabulary)
    session.settings = settings
    // Its own data are within reach, and nothing else where nothing was.
    defer { (surroundings, self.folder, session.isSafe) = (place, folder, isSafe) }
    surroundings = place.hushed
    self.folder = Lesson.folder
    let text = lesson.opening.joined(separator: "\n")
    return run(
      SourceText(text, name: lesson.name),
      joiningLines: true,
      parsingAllFirst: true
    )
  }

  /// Shows what the step at hand says and asks.
  private mutating func showStep() {
    guard let play else { return }
    let step = play.step
    var page = self.lessonPage
    if play.place == 0 { page.add(heading: play.lesson.title) }
    for paragraph in step.text {
      if !page.lines.isEmpty { page.add(paragraph: "") }
      page.add(paragraph: Escaping.visible(paragraph))
    }
    var lines = ["", page.text]
    let isExercise = step.exercise != nil
    if isExercise { session.forgetAnswers() }
    if !isWaiting {
      lines += step.questions.map(Conversation.typed)
    } else {
      if !isExercise { lines += step.questions.map(Conversation.proposed) }
      lines.append(footer(of: step))
    }
    surroundings.messages(lines.joined(separator: "\n") + "\n")
  }

  /// Whether the lesson waits for a person.
  private var isWaiting: Bool { isAtPrompt && depth == 0 }

  /// What may be done at a step.
  private func footer(of step: Lesson.Step) -> String {
    let moves = "back · skip · leave"
    if step.exercise != nil { return "  your turn · hint · \(moves)" }
    return step.questions.isEmpty ? "  Enter goes on · \(moves)" : "\n  Enter asks it · \(moves)"
  }

  /// A statement as it looks when it was typed.
  private static func typed(_ question: String) -> String {
    Dialogue.prompt + question
  }

  /// A statement as it looks when it waits to be asked.
  private static func proposed(_ question: String) -> String {
    "      " + question.replacing("\n", with: "\n      ")
  }

  private mutating func tell(_ text: String) {
    var page = lessonPage
    page.add(paragraph: Escaping.visible(text))
    write(page)
  }

  private var lessonPage: ReportText { ReportText(width: min(max(surroundings.width, 40), 80)) }

  /// Whether all that an exercise expects holds; nothing is said and nothing changes.
  private func holds(_ exercise: Lesson.Exercise) -> Bool {
    var trial = self
    trial.surroundings = surroundings.hushed
    trial.surroundings.errors = { _ in }
    return exercise.checks.allSatisfy { trial.runTyped($0) == .done }
  }

  /// Whether a statement that was answered may have been meant as an answer.
  private func isAttempt(_ line: String) -> Bool {
    let kinds = session.parser.parse(SourceText(line)).compactMap(\.statement?.kind)
    return !kinds.allSatisfy(["help", "describe", "plan", "set", "lesson"].contains)
  }
}

extension String {
  /// Whether two statements are the same but for case and space.
  fileprivate func isSame(as other: String) -> Bool {
    func words(_ text: String) -> [String] {
      text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    }
    return words(self) == words(other)
  }
}
