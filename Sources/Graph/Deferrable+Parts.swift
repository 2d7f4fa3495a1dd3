package import Values

extension NameTable: Deferrable {
  /// How many names there are.
  package var summary: Int { count }

  /// So many names that say nothing, none of which is found.
  package init(standingInFor count: Int) {
    self.init(standIns: count)
  }
}

extension PersonNames: Deferrable {
  /// How many people there are.
  package var summary: Int { count }

  /// So many people without a name.
  package init(standingInFor count: Int) {
    self.init(handles: NameTable(standingInFor: count))
  }
}

extension TopicForest: Deferrable {
  /// Whether no topic has a parent.
  package var summary: Bool { isEmpty }

  /// A forest in which no topic has a parent.
  package init(standingInFor isEmpty: Bool) { self.init() }
}

extension Attribute.Cells: Deferrable {
  /// What is known of a column before it is there.
  package struct Summary: Sendable, Hashable {
    /// Of which kind its values are.
    package let form: Attribute.Form
    /// How many people it covers.
    package let count: Int

    /// What is known of a column.
    package init(_ form: Attribute.Form, count: Int) {
      self.form = form
      self.count = count
    }
  }

  /// What is known of this column.
  package var summary: Summary {
    switch self {
    case .numbers(let numbers): Summary(.numbers, count: numbers.count)
    case .texts(let texts): Summary(.texts, count: texts.count)
    case .flags(let flags): Summary(.flags, count: flags.count)
    case .instants(let instants): Summary(.instants, count: instants.count)
    }
  }

  /// A column in which every value is missing.
  package init(standingInFor summary: Summary) {
    switch summary.form {
    case .numbers: self = .numbers(Array(repeating: .nan, count: summary.count))
    case .texts: self = .texts(Array(repeating: nil, count: summary.count))
    case .flags: self = .flags(Array(repeating: nil, count: summary.count))
    case .instants: self = .instants(Array(repeating: nil, count: summary.count))
    }
  }
}

extension Relation: Deferrable {
  /// What is known of a relation before it is there.
  package struct Summary: Sendable, Hashable {
    /// How many sources there are.
    package let sources: Int
    /// How many targets there are.
    package let targets: Int
    /// How many ties there are.
    package let count: Int
    /// Whether ties carry weights.
    package let isWeighted: Bool
    /// Whether any tie is dated.
    package let isDated: Bool
    /// When the first and the last dated tie began; nil where none is dated.
    package let period: ClosedRange<Instant>?

    /// What is known of a relation.
    package init(
      sources: Int,
      targets: Int,
      count: Int,
      isWeighted: Bool,
      isDated: Bool,
      period: ClosedRange<Instant>?
    ) {
      self.sources = sources
      self.targets = targets
      self.count = count
      self.isWeighted = isWeighted
      self.isDated = isDated
      self.period = period
    }
  }

  /// What is known of this relation.
  package var summary: Summary {
    Summary(
      sources: forward.count,
      targets: backward.count,
      count: count,
      isWeighted: forwardWeights != nil,
      isDated: times != nil,
      period: period
    )
  }

  /// A relation without ties.
  package init(standingInFor summary: Summary) {
    let weights = summary.isWeighted ? WeightColumn.coded([], palette: [1]) : nil
    self.init(
      forward: Rows(emptyRows: summary.sources),
      backward: Rows(emptyRows: summary.targets),
      forwardWeights: weights,
      backwardWeights: weights,
      times: summary.isDated ? [] : nil
    )
  }
}

extension RowStarts: Deferrable {
  /// How many rows there are.
  package var summary: Int { starts.count - 1 }

  /// So many empty rows.
  package init(standingInFor count: Int) { self.init(Array(repeating: 0, count: count + 1)) }
}

/// What is known of events before they are there.
package struct EventSummary: Sendable, Hashable {
  /// How many there are.
  package let count: Int
  /// The earliest and the latest moment; nil where none is dated.
  package let extent: ClosedRange<Instant>?

  /// What is known of events.
  package init(count: Int, extent: ClosedRange<Instant>?) {
    self.count = count
    self.extent = extent
  }
}

extension Array: Deferrable where Element: TimedEvent {
  /// What is known of events in the order of time.
  ///
  /// Complexity: O(log events).
  package var summary: EventSummary {
    let first = partitioningIndex { $0.time != nil }
    guard first < count, let earliest = self[first].time, let latest = last?.time else {
      return EventSummary(count: count, extent: nil)
    }
    return EventSummary(count: count, extent: earliest...latest)
  }

  /// No events.
  package init(standingInFor summary: EventSummary) { self = [] }
}
