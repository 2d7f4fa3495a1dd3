/// A person's place among the people of one graph: dense, from 0.
///
/// Ids belong to one graph and the graphs that extend it; they mean nothing in a file.
package typealias PersonID = UInt32

/// Every bound of the store, in one place.
package enum GraphLimits {
  /// The most people a graph holds; one id is kept to mean nobody.
  package static let people = Int(UInt32.max) - 1
  /// The most ties one relation holds: row starts are 32 bits wide.
  package static let ties = Int(UInt32.max) - 1
  /// The most bytes all names of one table take together.
  package static let nameBytes = Int(UInt32.max)
  /// The longest name that is taken, in bytes.
  package static let nameLength = 1_024
}

/// The id that is nobody, and the index that is no post.
package let nobody = UInt32.max
