/// Why a file could not be loaded: the facts, without words.
enum ImportError: Error, Sendable, Hashable {
  // The file.
  /// The system refused to open it, with this error number.
  case cannotOpen(Int32)
  /// The system stopped giving bytes, with this error number.
  case cannotRead(Int32)
  /// It is a folder.
  case isFolder
  /// It holds nothing.
  case isEmpty
  /// Every line of it begins as a comment does.
  case onlyComments
  /// It holds something else than rows of text.
  case isNoTable(Content)
  /// It ended before the size it had when it was opened.
  case becameShorter
  /// A pipe or device gave more than is taken from one.
  case streamTooLong
  /// A packed file unpacks to more than any table would.
  case unpacksTooFar
  /// A packed file ends in the middle, behind so many bytes.
  case packedCut(at: Int)
  /// A packed file cannot be unpacked behind so many of its bytes.
  case packedDamaged(at: Int)
  /// A row that is longer than any may be begins on this line.
  case rowTooLong(line: Int)
  /// The user asked to stop.
  case stopped

  // The brackets.
  /// No role of the thing has this name.
  case unknownRole(String, thing: String, known: [String], range: Range<Int>)
  /// Two entries say what the same role is.
  case repeatedRole(String, range: Range<Int>)
  /// The file has no column of this name, or no column of this number.
  case noSuchColumn(String, columns: [String], entry: String, range: Range<Int>)
  /// A column was named, but no line of the file names columns.
  case noHeader(String, columnCount: Int, range: Range<Int>)
  /// The file's name stands on the left, ours on the right.
  case wrongWayRound(ours: String, theirs: String, range: Range<Int>)
  /// An option has a value it cannot have.
  case badOption(String, choices: [String], range: Range<Int>)
  /// No column can be told to be this one.
  case missingRole(String, columns: [String], proposal: String)
  /// A scale was given, but there is no weight to apply it to.
  case scaleWithoutWeight(range: Range<Int>)

  // The rows.
  /// Weights lie outside the bounds of the thing, before and (where there is a scale) after scaling.
  case weightOutOfScale(WeightBounds)
  /// More than half of the rows were refused, or there is none that can be used.
  case nothingUsable(rows: Int, refused: Int, first: [LoadReport.Refusal])
  /// There are more people, ties or letters in names than the store can number.
  case tooMany(String)
  /// A column says the kind of each row, where all are to be of one.
  case severalKinds(String, thing: String, general: String)
  /// Rows give an alias to two people, or aliases of aliases.
  case aliasConflicts([AliasConflict])
  /// Rows make topics parts of themselves, over others or at once.
  case topicCycle(TopicLoop)
  /// A column over people whose values are of another kind than those loaded before.
  case otherKind(column: String, known: String, found: String)

  /// Several at once.
  case several([ImportError])

  /// What a file holds that is no table.
  enum Content: Sendable, Hashable {
    case utf16, zeroBytes, gzip, zip, parquet, database, markup, json
    /// Graphs in languages of their own.
    case gml, dot, pajek
  }

  /// Weights that do not fit.
  struct WeightBounds: Sendable, Hashable {
    /// The word for what is loaded: "trust".
    let thing: String
    /// The line of a weight that does not fit.
    let line: Int
    /// The character it begins at.
    let column: Int
    /// The least weight in the file.
    let least: Double
    /// The greatest weight in the file.
    let greatest: Double
    /// The least weight there may be.
    let floor: Double
    /// The scale that was declared, as it was written.
    let scale: String?
    /// The column, where weights may be counts instead.
    let countColumn: String?
  }
}
