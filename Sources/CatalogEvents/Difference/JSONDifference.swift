/// What is different between two JSON documents, told by path.
///
/// Objects are compared by their names, whatever the order of these; the first of two members of one name is held against the first of
/// that name, the second against the second. Numbers are compared by their digits (`1` and `1.0` are two), strings by what they stand
/// for (`é` and `\u00e9` are one). Arrays are compared by position, but arrays of objects that all have a `name`, as the fields of a
/// schema have, by those names, so that a field more at the beginning is one change. The work grows with the size of the documents and
/// not with its square, whatever is in them.
///
/// It is here, beside the documents, because it needs to know nothing else, and reads strings that no `String` can hold.
public struct JSONDifference: Sendable {
  /// What counts as a change, and how many are told.
  public struct Options: Sendable, Hashable {
    /// Whether another `event.timestamp` is a change: two events are hardly ever of the same millisecond.
    public var comparesTimestamp: Bool
    /// Whether the names of an object in another order are a change.
    public var comparesOrder: Bool
    /// After so many changes no more are looked for.
    public var limit: Int

    public init(comparesTimestamp: Bool = false, comparesOrder: Bool = false, limit: Int = 1_000) {
      self.comparesTimestamp = comparesTimestamp
      self.comparesOrder = comparesOrder
      self.limit = limit
    }
  }

  /// In the order of the new document, what was removed where it had stood.
  public let changes: [Change]
  /// A walk through both documents at once, in which every change has its place.
  public let rows: [Row]
  /// Whether there are more changes than were looked for.
  public let isCutOff: Bool
  /// Whether `event.timestamp` is another one and was passed over.
  public let passesOverTimestamp: Bool

  public init(from old: JSONDocument, to new: JSONDocument, options: Options = Options()) {
    var comparison = JSONComparison(old: old, new: new, options: options)
    comparison.run()
    changes = comparison.changes
    rows = comparison.rows
    isCutOff = comparison.isCutOff
    let timestamps = [old, new].map { $0.value(at: JSONPath([.name("event"), .name("timestamp")]))?.spelling }
    passesOverTimestamp = !options.comparesTimestamp && !timestamps.contains(nil) && timestamps[0] != timestamps[1]
  }

  /// Whether nothing that counts is different.
  public var isEmpty: Bool { changes.isEmpty }
}

extension JSONDifference {
  public enum Kind: Sendable, Hashable {
    case added, removed
    /// Another value in the same place.
    case changed
    /// An object with its names in another order.
    case reordered
  }

  /// One thing that is different.
  public struct Change: Sendable {
    public var kind: Kind
    /// Where it is in the old document; `nil` for what was added.
    public var oldPath: JSONPath?
    /// Where it is in the new document; `nil` for what was removed.
    public var newPath: JSONPath?
    public var old: JSONValue?
    public var new: JSONValue?

    /// Where it is, or was.
    public var path: JSONPath { newPath ?? oldPath ?? JSONPath() }
  }

  /// A value in one or both of the documents, with the name under which it stands.
  public struct Part: Sendable {
    /// `nil` for the elements of an array and for the whole document.
    public var member: JSONMember?
    public var value: JSONValue

    public init(member: JSONMember?, value: JSONValue) {
      self.member = member
      self.value = value
    }
  }

  /// One step of the walk through both documents.
  public struct Row: Sendable {
    public enum Kind: Sendable, Hashable {
      /// The same in both, with all that is in it.
      case alike
      /// So many parts, one after the other, that are the same in both and are left out.
      case leftOut(Int)
      case added, removed, changed
      /// `event.timestamp`, which is another one and does not count.
      case passedOver
      /// An array or an object in which something is different: its parts follow, then its end.
      case opening, closing
    }

    public var kind: Kind
    /// In how many arrays and objects it lies.
    public var depth: Int
    public var old: Part?
    public var new: Part?
    /// Its place in `changes`; an opening has one when its names are in another order.
    public var change: Int?
  }
}
