import CatalogEvents

/// The lines of a document, made piece by piece, so that no body holds up the screen.
struct JSONLines: Sendable {
  private enum Children: Sendable {
    case members([JSONMember])
    case elements([JSONValue])

    var count: Int {
      switch self {
      case .members(let members): members.count
      case .elements(let elements): elements.count
      }
    }
  }

  private struct Level: Sendable {
    var children: Children
    var next = 0
    var start: Int
    var hasComma: Bool
  }

  /// A string longer than this is laid out in several pieces.
  static let longestPiece = 4096
  /// How many lines are made at most; the rest of the document stays in the Raw tab.
  static let limit = 200_000

  let document: JSONDocument
  private(set) var lines: [JSONLine] = []
  private(set) var isComplete = false
  private var levels: [Level] = []
  private var number: UInt32 = 0
  /// Up to where the document's bytes are in lines.
  private var reached = 0

  init(_ document: JSONDocument) {
    self.document = document
    // Offsets are kept in 32 bits; a body is bounded far below that.
    guard document.bytes.count < Int(UInt32.max) else {
      append(JSONLine(form: .cut, depth: 0, valueStart: 0, valueEnd: 0, number: 1))
      isComplete = true
      return
    }
    add(document.root, name: nil, hasComma: false)
    isComplete = levels.isEmpty
  }

  /// Makes at least `count` lines more, unless the document ends before.
  mutating func extend(by count: Int) {
    let goal = lines.count + count
    while lines.count < goal, let level = levels.last {
      if lines.count >= Self.limit {
        cut()
        return
      }
      let index = level.next
      if index == level.children.count {
        levels.removeLast()
        close(level)
        continue
      }
      levels[levels.count - 1].next += 1
      let hasComma = index + 1 < level.children.count
      switch level.children {
      case .members(let members): add(members[index].value, name: members[index].nameRange, hasComma: hasComma)
      case .elements(let elements): add(elements[index], name: nil, hasComma: hasComma)
      }
    }
    isComplete = levels.isEmpty
  }

  private mutating func add(_ value: JSONValue, name: Range<Int>?, hasComma: Bool) {
    let range = value.byteRange
    reached = range.lowerBound
    var line = JSONLine(
      form: .null, hasComma: hasComma, depth: UInt16(levels.count), valueStart: UInt32(range.lowerBound),
      valueEnd: UInt32(range.upperBound),
      number: number + 1)
    if let name {
      line.nameStart = UInt32(name.lowerBound)
      line.nameEnd = UInt32(name.upperBound)
    }
    switch value.kind {
    case .null: line.form = .null
    case .boolean: line.form = .boolean
    case .number: line.form = .number
    case .string: line.form = .string
    case .object: line.form = value.count == 0 ? .emptyObject : .openObject
    case .array: line.form = value.count == 0 ? .emptyArray : .openArray
    }
    guard line.form == .openObject || line.form == .openArray else { return addScalar(line) }
    line.hasComma = false
    line.valueEnd = line.valueStart
    append(line)
    let children = line.form == .openObject ? Children.members(value.members) : .elements(value.elements)
    levels.append(Level(children: children, start: range.lowerBound, hasComma: hasComma))
  }

  private mutating func close(_ level: Level) {
    let form: JSONLine.Form =
      switch level.children {
      case .members: .closeObject
      case .elements: .closeArray
      }
    append(
      JSONLine(
        form: form, hasComma: level.hasComma, depth: UInt16(levels.count), valueStart: UInt32(level.start), valueEnd: UInt32(level.start),
        number: number + 1))
  }

  /// Adds a value of one line, in pieces when it is long.
  private mutating func addScalar(_ line: JSONLine) {
    var piece = line
    let end = Int(line.valueEnd)
    var start = Int(line.valueStart)
    while end - start > Self.longestPiece {
      let stop = UTF8Boundary.before(start + Self.longestPiece, in: document.bytes)
      piece.valueStart = UInt32(start)
      piece.valueEnd = UInt32(stop)
      piece.hasComma = false
      append(piece)
      start = stop
      piece = JSONLine(form: .continuation, depth: line.depth, valueStart: 0, valueEnd: 0, number: line.number)
    }
    piece.valueStart = UInt32(start)
    piece.valueEnd = UInt32(end)
    piece.hasComma = line.hasComma
    append(piece)
    reached = end
  }

  private mutating func cut() {
    append(
      JSONLine(
        form: .cut, depth: 0, valueStart: UInt32(reached), valueEnd: UInt32(document.bytes.count), number: number + 1))
    levels = []
    isComplete = true
  }

  private mutating func append(_ line: JSONLine) {
    lines.append(line)
    number = line.number
  }
}

/// Finds places at which UTF-8 can be cut.
enum UTF8Boundary {
  /// The last place at or before `offset` that does not lie inside a character's bytes.
  static func before(_ offset: Int, in bytes: [UInt8]) -> Int {
    var place = min(offset, bytes.count)
    var steps = 0
    // What is not UTF-8 may have no boundary near; then any place will do.
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80, steps < 4 {
      place -= 1
      steps += 1
    }
    return place
  }
}
