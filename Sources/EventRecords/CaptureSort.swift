import CatalogEvents

/// In which order a list of captures stands.
public struct CaptureSort: Sendable, Hashable {
  /// What is compared; captures that are equal in it stand in the order of arrival.
  public enum Column: String, Sendable, Hashable, CaseIterable {
    case arrival, time, action, type, name, lag, size, status
  }

  public var column: Column
  public var isDescending: Bool

  public init(_ column: Column, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }

  /// As they came, the newest last.
  public static let arrival = CaptureSort(.arrival)
}

extension CaptureSort {
  /// What is compared of a capture. Text is compared by its bytes.
  public enum Key: Sendable, Hashable {
    case number(Int64)
    case text([UInt8])
  }

  /// A capture without an event stands before all others in the columns that come from the event.
  public func key(of summary: CaptureSummary) -> Key {
    let event = summary.event
    switch column {
    case .arrival: return .number(summary.id)
    case .time: return .text(Array(summary.receivedAt.iso8601.utf8))
    case .action: return .text(Array((event?.action.rawValue ?? "").utf8))
    case .type: return .text(Array((event?.resourceType.rawValue ?? "").utf8))
    case .name:
      let collection = event?.collection.map { $0 + "." } ?? ""
      return .text(Array((event.map { $0.workspace + "/" + collection + $0.resourceName } ?? "").utf8))
    case .lag: return .number(summary.lag ?? .min)
    case .size: return .number(Int64(summary.byteCount))
    case .status: return .number(Int64(summary.status))
    }
  }

  /// A place in the list: where a capture of that key and number stands.
  public struct Place: Sendable, Hashable {
    public var key: Key
    public var id: Int64

    public init(key: Key, id: Int64) {
      self.key = key
      self.id = id
    }
  }

  public func place(of summary: CaptureSummary) -> Place {
    Place(key: key(of: summary), id: summary.id)
  }

  /// Whether one place lies before another.
  public func precedes(_ left: Place, _ right: Place) -> Bool {
    let (first, second) = isDescending ? (right, left) : (left, right)
    switch (first.key, second.key) {
    case (.number(let left), .number(let right)) where left != right: return left < right
    case (.text(let left), .text(let right)) where left != right: return left.lexicographicallyPrecedes(right)
    default: return first.id < second.id
    }
  }
}
