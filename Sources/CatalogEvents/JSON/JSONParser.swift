/// Takes a JSON text apart into nodes, in one pass and without recursion: a sender chooses the nesting.
struct JSONParser {
  private enum State {
    case value
    /// Just after `[`: a value or `]`.
    case firstElement
    /// Just after `{`: a name or `}`.
    case firstName
    /// After a comma in an object.
    case name
    /// A comma, the end of the container, or, outside of all, the end of the text.
    case afterValue
  }

  let bytes: [UInt8]
  let depthLimit: Int
  var position = 0
  private(set) var nodes: [JSONNode] = []
  /// The index of the innermost array or object that has not ended yet. While it is open, its node's `next` is the index of the one
  /// around it, so that no stack is needed.
  private var container = JSONParser.outside
  private var isInObject = false
  private var depth = 0
  private static let outside = Int(UInt32.max)

  init(_ bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  /// Fills `nodes`, or says why the text is not JSON.
  mutating func parse() throws(JSONError) {
    guard bytes.count < Int(UInt32.max) else { throw error("the text is longer than 4 GiB") }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw error("a byte order mark must not come before JSON") }
    // About one value or name in 16 bytes; the bound keeps one long string from reserving much.
    nodes.reserveCapacity(min(bytes.count / 16 + 4, 4096))
    var state = State.value
    while true {
      skipWhitespace()
      switch state {
      case .value:
        state = try readValue()
      case .firstElement:
        if current == UInt8(ascii: "]") {
          state = close()
        } else {
          state = try readValue()
        }
      case .firstName:
        if current == UInt8(ascii: "}") {
          state = close()
        } else {
          state = try readName(orElse: "a name in quotes or } was expected")
        }
      case .name:
        state = try readName(orElse: "a name in quotes was expected")
      case .afterValue:
        guard depth > 0 else {
          guard position == bytes.count else { throw error("the text goes on after its value") }
          return
        }
        state = try readSeparator()
      }
    }
  }

  var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  func error(_ reason: String) -> JSONError {
    JSONError(offset: position, in: bytes, reason: position < bytes.count ? reason : reason + ", but the text ends")
  }

  private mutating func skipWhitespace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
      default: return
      }
    }
  }

  private mutating func readValue() throws(JSONError) -> State {
    let start = position
    switch current {
    case UInt8(ascii: "{"):
      try open(isObject: true)
      return .firstName
    case UInt8(ascii: "["):
      try open(isObject: false)
      return .firstElement
    case UInt8(ascii: "\""):
      let hasEscapes = try skipString()
      add(from: start, detail: hasEscapes ? 1 : 0)
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"):
      try skipNumber()
      add(from: start)
    case UInt8(ascii: "t"):
      try skipWord("true")
      add(from: start)
    case UInt8(ascii: "f"):
      try skipWord("false")
      add(from: start)
    case UInt8(ascii: "n"):
      try skipWord("null")
      add(from: start)
    default:
      throw error("a value was expected")
    }
    if depth > 0 {
      nodes[container].detail += 1
    }
    return .afterValue
  }

  private mutating func readName(orElse reason: String) throws(JSONError) -> State {
    let start = position
    guard current == UInt8(ascii: "\"") else { throw error(reason) }
    let hasEscapes = try skipString()
    add(from: start, detail: hasEscapes ? 1 : 0)
    skipWhitespace()
    guard current == UInt8(ascii: ":") else { throw error("a colon was expected") }
    position += 1
    return .value
  }

  private mutating func readSeparator() throws(JSONError) -> State {
    switch current {
    case UInt8(ascii: ","):
      position += 1
      return isInObject ? .name : .value
    case UInt8(ascii: "}") where isInObject, UInt8(ascii: "]") where !isInObject:
      return close()
    default:
      throw error(isInObject ? "a comma or } was expected" : "a comma or ] was expected")
    }
  }

  private mutating func open(isObject: Bool) throws(JSONError) {
    guard depth < depthLimit else {
      throw JSONError(offset: position, in: bytes, reason: "the text nests deeper than \(depthLimit)", isTooDeep: true)
    }
    depth += 1
    isInObject = isObject
    let around = container
    container = nodes.count
    let start = position
    position += 1
    nodes.append(JSONNode(start: UInt32(start), end: UInt32(position), next: UInt32(around), detail: 0))
  }

  private mutating func close() -> State {
    position += 1
    let around = Int(nodes[container].next)
    nodes[container].end = UInt32(position)
    nodes[container].next = UInt32(nodes.count)
    depth -= 1
    container = around
    if depth > 0 {
      nodes[container].detail += 1
      isInObject = bytes[Int(nodes[container].start)] == UInt8(ascii: "{")
    }
    return .afterValue
  }

  /// Adds a name or a value in which there is nothing else, from `start` to here.
  private mutating func add(from start: Int, detail: UInt32 = 0) {
    nodes.append(JSONNode(start: UInt32(start), end: UInt32(position), next: UInt32(nodes.count + 1), detail: detail))
  }
}
