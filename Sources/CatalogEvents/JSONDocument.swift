/// A JSON text, taken apart without losing anything: the order of keys, duplicate keys, the digits of numbers, the spelling of
/// strings, and where in the bytes each value lies.
public struct JSONDocument: Sendable {
  /// How deep arrays and objects may nest.
  public static let depthLimit = 512

  /// The text as it came.
  public let bytes: [UInt8]

  public init(_ bytes: [UInt8], depthLimit: Int = JSONDocument.depthLimit) throws(JSONError) {
    fatalError("interface")
  }

  public var root: JSONValue { fatalError("interface") }
}

/// A value in a `JSONDocument`, as a view into it.
public struct JSONValue: Sendable {
  public enum Kind: Sendable, Hashable {
    case null, boolean, number, string, array, object
  }

  public var kind: Kind { fatalError("interface") }
  /// Where the value lies in the document's bytes, quotes and brackets included.
  public var byteRange: Range<Int> { fatalError("interface") }
  /// The value as it is spelled in the document.
  public var spelling: String { fatalError("interface") }
  public var boolean: Bool? { fatalError("interface") }
  /// The digits of a number as they came.
  public var numberText: String? { fatalError("interface") }
  /// A number that is spelled as an integer and fits.
  public var integer: Int64? { fatalError("interface") }
  /// A string with its escapes decoded; a surrogate without its other half becomes U+FFFD.
  public var string: String? { fatalError("interface") }
  /// How many elements or members it has; 0 for all that is not an array or an object.
  public var count: Int { fatalError("interface") }
  public var elements: [JSONValue] { fatalError("interface") }
  /// In the order in which they came, duplicates included.
  public var members: [JSONMember] { fatalError("interface") }
  /// The last member of that name, as Python's reader takes it.
  public subscript(_ name: String) -> JSONValue? { fatalError("interface") }
}

/// A name and its value in an object.
public struct JSONMember: Sendable {
  public var name: String { fatalError("interface") }
  /// Where the name lies, its quotes included.
  public var nameRange: Range<Int> { fatalError("interface") }
  public var value: JSONValue { fatalError("interface") }
}

/// Why a text is not JSON, and where.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The byte at which reading stopped, from 0.
  public var offset: Int
  /// From 1; lines end with LF, CR or CR LF.
  public var line: Int
  /// From 1, counted in Unicode scalars.
  public var column: Int
  /// One clause: `a comma or ] was expected`.
  public var reason: String
  /// Whether the text nests too deep, rather than being malformed.
  public var isTooDeep: Bool

  public init(offset: Int, line: Int, column: Int, reason: String, isTooDeep: Bool = false) {
    self.offset = offset
    self.line = line
    self.column = column
    self.reason = reason
    self.isTooDeep = isTooDeep
  }

  public var description: String {
    "line \(line), column \(column): \(reason)"
  }
}
