import CatalogEvents

/// One line of a document that is written out prettily: where its parts lie in the document's bytes, not their text.
///
/// A body of megabytes has hundreds of thousands of lines; of each only these few bytes are kept, and text is made of those in view.
struct JSONLine: Sendable, Hashable {
  enum Form: UInt8, Sendable, Hashable {
    case null, boolean, number, string, emptyObject, emptyArray
    case openObject, openArray, closeObject, closeArray
    /// The whole of an array or object, in one line.
    case foldedObject, foldedArray
    /// A further piece of a long string.
    case continuation
    /// A line of the SQL in the string above; its value's range is one of the SQL's bytes.
    case sql
    /// In place of all that follows: the limit of lines is reached.
    case cut
  }

  var form: Form
  var hasComma = false
  var depth: UInt16
  /// The member's name with its quotes; empty outside of objects.
  var nameStart: UInt32 = 0
  var nameEnd: UInt32 = 0
  /// The value as it is spelled; of an opening or closing line only where its bracket is.
  var valueStart: UInt32
  var valueEnd: UInt32
  /// As it is counted at the left; continuations have that of the line that they continue.
  var number: UInt32
  /// The index of the line that opens the container in which it lies; that of the outermost is `none`.
  var parent = JSONLine.none
  /// Its place in its container, from 0.
  var ordinal: UInt32 = 0

  static let none = UInt32.max

  var nameRange: Range<Int>? {
    nameStart < nameEnd ? Int(nameStart)..<Int(nameEnd) : nil
  }

  var valueRange: Range<Int> {
    Int(valueStart)..<Int(max(valueStart, valueEnd))
  }

  /// Whether it says something more about the line above, and is no value of its own.
  var isAppendix: Bool { form == .continuation || form == .sql }
  var isOpening: Bool { form == .openObject || form == .openArray }
  var isClosing: Bool { form == .closeObject || form == .closeArray }
  var isFolded: Bool { form == .foldedObject || form == .foldedArray }
}
