/// A JSON value that is being composed, its members in the order in which they will be written.
///
/// Other than a `JSONDocument` it is a plain tree, released by recursion: it is for values that people write and for events, which
/// nest at most `JSONDocument.depthLimit` deep.
public enum PayloadValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  /// A number by its digits, so that none is rounded. They are written as they are: give none that JSON would not take.
  case number(String)
  case string(String)
  /// A string with a surrogate that lacks its other half, which no `String` can hold, by its UTF-16 code units.
  case codeUnits([UInt16])
  case array([PayloadValue])
  case object([Member])

  public struct Member: Sendable, Hashable {
    public var name: String {
      didSet { nameCodeUnits = nil }
    }
    /// The name's UTF-16 code units when it has a surrogate that lacks its other half (in `name` it is U+FFFD); else `nil`.
    public private(set) var nameCodeUnits: [UInt16]?
    public var value: PayloadValue

    public init(_ name: String, _ value: PayloadValue) {
      self.name = name
      self.value = value
    }

    init(nameCodeUnits: [UInt16], _ value: PayloadValue) {
      self.init(String(decoding: nameCodeUnits, as: UTF16.self), value)
      self.nameCodeUnits = nameCodeUnits
    }
  }

  public static func integer(_ value: Int64) -> PayloadValue { .number(String(value)) }

  /// The string, or null for `nil`, as Python writes `None`.
  public static func text(_ value: String?) -> PayloadValue { value.map(PayloadValue.string) ?? .null }
}
