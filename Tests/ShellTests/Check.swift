import Diagnostics
import Shell
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a script should come to.
enum Expected {
  /// Every statement succeeds, and what it says or writes contains these parts.
  case says([String])
  /// The tables it writes are these, in the format of the session.
  case writes(String)
  /// It fails with this exit code, and what it says contains these parts.
  case fails(Int32, _ parts: [String] = [])
}

/// A session with what it said and wrote.
final class Talk {
  private(set) var results = ""
  private(set) var messages = ""
  /// Both, in order.
  var said = ""
  var conversation = Conversation(in: Surroundings(results: { _ in }, messages: { _ in }))

  /// A session in which these lines were said.
  init(_ lines: [String] = [], isScreen: Bool = false, width: Int = 80) {
    conversation = Conversation(
      in: Surroundings(
        results: { [unowned self] in
          self.results += $0
          self.said += $0
        },
        messages: { [unowned self] in
          self.messages += $0
          self.said += $0
        },
        isScreen: isScreen,
        screen: { (width, 48) },
        tellsTime: false
      )
    )
    for line in lines { submit(line) }
  }

  /// Says something, as at the prompt.
  @discardableResult
  func submit(_ text: String) -> Conversation.Outcome {
    (results, messages) = ("", "")
    return conversation.submit(text)
  }
}

/// Says the lines of a script one by one, and checks what comes of the last one.
@discardableResult
func check(
  _ script: [String],
  in talk: Talk = Talk(),
  expect: Expected,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Talk {
  var outcome = Conversation.Outcome.done
  for (index, line) in script.enumerated() {
    outcome = talk.submit(line)
    let isLast = index == script.count - 1
    let said = talk.messages
    #expect(isLast || outcome == .done, "\(line): \(said)", sourceLocation: sourceLocation)
  }
  switch expect {
  case .says(let parts):
    #expect(outcome == .done, "\(talk.messages)", sourceLocation: sourceLocation)
    let heard = talk.messages + talk.results
    for part in parts {
      #expect(heard.contains(part), "\(heard)", sourceLocation: sourceLocation)
    }
  case .writes(let table):
    #expect(outcome == .done, "\(talk.messages)", sourceLocation: sourceLocation)
    #expect(talk.results == table, sourceLocation: sourceLocation)
  case .fails(let code, let parts):
    #expect(outcome == .failed(exitCode: code), "\(talk.messages)", sourceLocation: sourceLocation)
    #expect(talk.results == "", sourceLocation: sourceLocation)
    for part in parts {
      #expect(talk.messages.contains(part), "\(talk.messages)", sourceLocation: sourceLocation)
    }
  }
  return talk
}

/// Where things are.
enum Places {
  /// The root of the checkout.
  static let checkout: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The real data sets, beside the checkout or further up; nil where they are not.
  static let sharedData: String? = {
    var parts = checkout.split(separator: "/")
    while !parts.isEmpty {
      let candidate = "/" + (parts + ["shared", "data"]).joined(separator: "/")
      if unsafe access(candidate, R_OK) == 0 { return candidate }
      parts.removeLast()
    }
    return nil
  }()

  /// The path of an example.
  static func example(_ name: String) -> String { "\(checkout)/examples/\(name)" }

  /// A line that loads an example's file.
  static func load(_ thing: String, _ file: String) -> String {
    "load \(thing) from \"\(example(file))\""
  }
}
