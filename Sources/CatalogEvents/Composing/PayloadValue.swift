/// A JSON value that is being composed, its members in the order in which they will be written.
public indirect enum PayloadValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// A number by its digits, so that none is rounded.
  case number(String)
  case string(String)
  case array([PayloadValue])
  case object([Member])

  public struct Member: Sendable, Hashable {
    public var name: String
    public var value: PayloadValue

    public init(_ name: String, _ value: PayloadValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value that a document holds, its order, duplicates and digits kept.
  public init(_ value: JSONValue) { fatalError("interface") }

  public static func integer(_ value: Int64) -> PayloadValue { .number(String(value)) }

  /// The bytes that the catalog's client would write for it: `", "` and `": "` between the parts, everything outside 0x20 to 0x7E escaped.
  public var catalogBytes: [UInt8] { fatalError("interface") }
}
