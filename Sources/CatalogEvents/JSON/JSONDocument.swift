/// A JSON text, taken apart without losing anything: the order of keys, duplicate keys, the digits of numbers, the spelling of
/// strings, and where in the bytes each value lies.
///
/// What it takes is RFC 8259 and nothing else, in UTF-8 without a byte order mark. Half a surrogate pair in an escape (`\ud800`)
/// is taken, because the RFC's grammar does.
public struct JSONDocument: Sendable {
  /// How deep arrays and objects may nest.
  public static let depthLimit = 512

  let storage: JSONStorage

  /// Takes `bytes` apart; a depth of 1 is an array or object with no other in it.
  public init(_ bytes: [UInt8], depthLimit: Int = JSONDocument.depthLimit) throws(JSONError) {
    var parser = JSONParser(bytes, depthLimit: depthLimit)
    try parser.parse()
    storage = JSONStorage(bytes: bytes, nodes: parser.nodes)
  }

  /// The text as it came.
  public var bytes: [UInt8] { storage.bytes }

  public var root: JSONValue { JSONValue(storage: storage, index: 0) }
}

/// What a document and all views into it share.
final class JSONStorage: Sendable {
  let bytes: [UInt8]
  /// In the order of the document: a container before what is in it, a member's name just before its value.
  let nodes: [JSONNode]

  init(bytes: [UInt8], nodes: [JSONNode]) {
    self.bytes = bytes
    self.nodes = nodes
  }
}

/// One value or name in a document. Its kind is not kept, because its first byte tells it.
///
/// 16 bytes, since a text of a few megabytes can have millions of them.
struct JSONNode: Sendable {
  var start: UInt32
  var end: UInt32
  /// The index of the first node after this one and all that is in it.
  var next: UInt32
  /// For an array or object how much is in it, for a string whether it has escapes (1) or none (0).
  var detail: UInt32

  var range: Range<Int> { Int(start)..<Int(end) }
}
