import Synchronization

/// What metrics gave for everybody, kept for the questions that follow.
///
/// A result belongs to one revision of the graph, the definitions and the settings, and to the
/// canonical text of what was asked, part of the graph included; another revision drops all. What
/// was not used for longest makes room. Copies share it.
package final class KeptMeasures: Sendable {
  private struct Entry {
    let measured: Measured
    let bytes: Int
    var lastUse: Int
  }

  private struct Shelf {
    var revision = 0
    var entries: [String: Entry] = [:]
    var bytes = 0
    var uses = 0

    /// Lets go of what was not used for longest until the rest takes no more than so many bytes.
    ///
    /// Complexity: O(entries) for each that goes.
    mutating func fit(within limit: Int) {
      while bytes > limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
        bytes -= oldest.value.bytes
        entries[oldest.key] = nil
      }
    }
  }

  private let shelf = Mutex(Shelf())

  /// Nothing is kept yet.
  package init() {}

  /// What was kept under a text at a revision; nil where nothing was.
  package func measured(_ key: String, at revision: Int) -> Measured? {
    shelf.withLock { shelf in
      guard shelf.revision == revision, var entry = shelf.entries[key] else { return nil }
      shelf.uses += 1
      entry.lastUse = shelf.uses
      shelf.entries[key] = entry
      return entry.measured
    }
  }

  /// Keeps a result where it fits in so many bytes; others go until it does.
  package func keep(
    _ measured: Measured,
    under key: String,
    at revision: Int,
    within limit: Int
  ) {
    let bytes = measured.byteCount
    shelf.withLock { shelf in
      if shelf.revision != revision { shelf = Shelf(revision: revision) }
      shelf.bytes -= shelf.entries.removeValue(forKey: key)?.bytes ?? 0
      guard bytes <= limit else { return }
      shelf.fit(within: limit - bytes)
      shelf.uses += 1
      shelf.entries[key] = Entry(measured: measured, bytes: bytes, lastUse: shelf.uses)
      shelf.bytes += bytes
    }
  }

  /// Lets go of results until the rest takes no more than so many bytes.
  package func fit(within limit: Int) {
    shelf.withLock { $0.fit(within: limit) }
  }

  /// How many bytes the values take that are kept.
  package var byteCount: Int { shelf.withLock { $0.bytes } }
}

/// What one question may use of what is kept.
package struct Keeping: Sendable {
  private let measures: KeptMeasures
  private let revision: Int
  private let limit: Int

  /// What is kept at one revision, in at most so many bytes.
  package init(_ measures: KeptMeasures, at revision: Int, within limit: Int) {
    self.measures = measures
    self.revision = revision
    self.limit = limit
  }

  /// What was kept under a text; nil where nothing was.
  package subscript(key: String) -> Measured? { measures.measured(key, at: revision) }

  /// Keeps a result for the questions that follow.
  package func keep(_ measured: Measured, under key: String) {
    measures.keep(measured, under: key, at: revision, within: limit)
  }
}

extension Measured {
  /// How many bytes its values take.
  fileprivate var byteCount: Int {
    (1 + companions.count) * values.count * MemoryLayout<Double>.stride
  }
}
