/// What a block holds an array of.
protocol BlockElement: BitwiseCopyable, Sendable {
  /// The kind of blocks of it.
  static var kind: BlockKind { get }
}

/// The kinds of blocks, as the file numbers them.
enum BlockKind: UInt32 {
  case byte = 1
  case unsigned16 = 2
  case unsigned32 = 3
  case unsigned64 = 4
  case signed64 = 5
  case single = 6
  case double = 7

  /// The type of the elements.
  var element: any BlockElement.Type {
    switch self {
    case .byte: UInt8.self
    case .unsigned16: UInt16.self
    case .unsigned32: UInt32.self
    case .unsigned64: UInt64.self
    case .signed64: Int64.self
    case .single: Float.self
    case .double: Double.self
    }
  }

  /// How many bytes an element takes.
  var width: Int {
    switch self {
    case .byte: 1
    case .unsigned16: 2
    case .unsigned32, .single: 4
    case .unsigned64, .signed64, .double: 8
    }
  }
}

extension UInt8: BlockElement { static var kind: BlockKind { .byte } }

extension UInt16: BlockElement { static var kind: BlockKind { .unsigned16 } }

extension UInt32: BlockElement { static var kind: BlockKind { .unsigned32 } }

extension UInt64: BlockElement { static var kind: BlockKind { .unsigned64 } }

extension Int64: BlockElement { static var kind: BlockKind { .signed64 } }

extension Float: BlockElement { static var kind: BlockKind { .single } }

extension Double: BlockElement { static var kind: BlockKind { .double } }
