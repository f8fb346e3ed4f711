/// A value in a `JSONDocument`, as a view into it.
public struct JSONValue: Sendable {
  public enum Kind: Sendable, Hashable {
    case null, boolean, number, string, array, object
  }

  let storage: JSONStorage
  /// Of its node.
  let index: Int

  var node: JSONNode { storage.nodes[index] }

  public var kind: Kind {
    switch storage.bytes[Int(node.start)] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// Where the value lies in the document's bytes, quotes and brackets included.
  public var byteRange: Range<Int> { node.range }

  /// The value as it is spelled in the document.
  public var spelling: String {
    String(decoding: storage.bytes[byteRange], as: UTF8.self)
  }

  public var boolean: Bool? {
    kind == .boolean ? storage.bytes[Int(node.start)] == UInt8(ascii: "t") : nil
  }

  /// The digits of a number as they came.
  public var numberText: String? {
    kind == .number ? spelling : nil
  }

  /// Whether it is a number without fraction and exponent, of any size.
  public var isInteger: Bool {
    kind == .number
      && storage.bytes[byteRange].allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10
      }
  }

  /// A number that is spelled as an integer and fits.
  public var integer: Int64? {
    isInteger ? Int64(spelling) : nil
  }

  /// How many elements or members it has; 0 for all that is not an array or an object.
  public var count: Int {
    switch kind {
    case .array, .object: Int(node.detail)
    default: 0
    }
  }

  public var elements: [JSONValue] {
    kind == .array ? children.map { JSONValue(storage: storage, index: $0) } : []
  }
}
