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
  /// The indexes of the arrays and objects that have not ended yet, innermost last.
  private var open: [Int] = []

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
        guard let container = open.last else {
          guard position == bytes.count else { throw error("the text goes on after its value") }
          return
        }
        state = try readSeparator(in: container)
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
      try openContainer()
      return .firstName
    case UInt8(ascii: "["):
      try openContainer()
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
    countInContainer()
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

  private mutating func readSeparator(in container: Int) throws(JSONError) -> State {
    let isObject = bytes[Int(nodes[container].start)] == UInt8(ascii: "{")
    switch current {
    case UInt8(ascii: ","):
      position += 1
      return isObject ? .name : .value
    case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
      return close()
    default:
      throw error(isObject ? "a comma or } was expected" : "a comma or ] was expected")
    }
  }

  private mutating func openContainer() throws(JSONError) {
    guard open.count < depthLimit else {
      throw JSONError(offset: position, in: bytes, reason: "the text nests deeper than \(depthLimit)", isTooDeep: true)
    }
    open.append(nodes.count)
    let start = position
    position += 1
    add(from: start)
  }

  private mutating func close() -> State {
    position += 1
    if let container = open.popLast() {
      nodes[container].end = UInt32(position)
      nodes[container].next = UInt32(nodes.count)
      countInContainer()
    }
    return .afterValue
  }

  /// Adds what lies from `start` to here; the end of a container is put right when it is reached.
  private mutating func add(from start: Int, detail: UInt32 = 0) {
    nodes.append(JSONNode(start: UInt32(start), end: UInt32(position), next: UInt32(nodes.count + 1), detail: detail))
  }

  private mutating func countInContainer() {
    if let container = open.last {
      nodes[container].detail += 1
    }
  }
}
