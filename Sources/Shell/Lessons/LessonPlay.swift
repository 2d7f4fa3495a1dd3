/// A lesson that is being played.
struct LessonPlay {
  /// What may be said in a lesson besides statements.
  enum Word: String, CaseIterable {
    /// An empty line goes on, too.
    case next
    case back, skip, hint, leave, quit

    /// The word a line is; nil for a statement.
    init?(_ line: String) {
      let word = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
      self.init(rawValue: word.isEmpty ? Word.next.rawValue : word)
    }
  }

  /// The lesson.
  let lesson: Lesson
  /// The session as it was before.
  let kept: Session
  /// The place of the step at hand, from 0.
  var place = 0

  /// The step at hand.
  var step: Lesson.Step { lesson.steps[place] }
}
