import CatalogEvents

/// The lines of a document, made piece by piece, so that no body holds up the screen.
///
/// What is folded is one line, and is not looked into. When a fold changes, the lines from there on are made anew, piece by piece again:
/// no key costs more than a piece.
struct JSONLines: Sendable {
  /// A container whose lines are being made.
  private struct Level: Sendable {
    var entries: JSONEntries
    var next: UInt32 = 0
    /// The index of the line that opens it.
    var line: Int
    /// Where its closing bracket is.
    var last: Int
    var isObject: Bool
    var hasComma: Bool
  }

  /// A string longer than this is laid out in several pieces.
  static let longestPiece = 4096
  /// How many lines are made at most; the rest of the document stays in the Raw tab.
  static let limit = 200_000

  let document: JSONDocument
  /// The SQL that is explained below the string which holds it.
  let sql: SQLBlock?
  private(set) var lines: [JSONLine] = []
  private(set) var isComplete = false
  private(set) var folds = FoldState.none
  /// Whether long strings are laid out whole, in as many rows as they take; else each has one line.
  private(set) var isWrapping = true
  /// How many lines were ever made: what the work so far came to.
  private(set) var madeCount = 0
  private var levels: [Level] = []
  private var number: UInt32 = 0
  /// Up to where the document's bytes are in lines.
  private var reached = 0

  init(_ document: JSONDocument, sql: SQLBlock? = nil) {
    self.document = document
    self.sql = sql
    // Offsets are kept in 32 bits; a body is bounded far below that.
    guard document.bytes.count < Int(UInt32.max) else {
      append(JSONLine(form: .cut, depth: 0, valueStart: 0, valueEnd: 0, number: 1))
      isComplete = true
      return
    }
    restart()
  }

  /// Makes at least `count` lines more, unless the document ends before.
  mutating func extend(by count: Int) {
    let goal = lines.count + count
    while lines.count < goal, !levels.isEmpty {
      if lines.count >= Self.limit {
        cut()
        return
      }
      let last = levels.count - 1
      guard let entry = levels[last].entries.next() else {
        close(levels.removeLast())
        continue
      }
      let ordinal = levels[last].next
      levels[last].next += 1
      add(entry.value, name: entry.name, ordinal: ordinal, hasComma: !levels[last].entries.isAtEnd)
    }
    isComplete = levels.isEmpty
  }

  private mutating func restart() {
    lines = []
    levels = []
    number = 0
    add(document.root, name: nil, ordinal: 0, hasComma: false)
    isComplete = levels.isEmpty
  }
}

extension JSONLines {
  /// Folds all but the outermost, or unfolds all.
  mutating func setFolds(_ folds: FoldState) {
    self.folds = folds
    restart()
  }

  mutating func setWrapping(_ isWrapping: Bool) {
    self.isWrapping = isWrapping
    restart()
  }

  /// Folds or unfolds the container that a line opens or stands for; the lines from there on have to be made again.
  mutating func setFolded(_ isFolded: Bool, line index: Int) {
    let line = lines[index]
    guard line.isOpening || line.isFolded, line.parent != JSONLine.none, folds.isFolded(line.valueStart) != isFolded else { return }
    folds.setFolded(isFolded, line.valueStart)
    resume(at: index)
  }

  /// Unfolds what hides the byte at `offset`.
  mutating func unfold(around offset: Int) {
    for container in document.containers(around: offset) where container.byteRange.lowerBound > document.root.byteRange.lowerBound {
      let start = UInt32(container.byteRange.lowerBound)
      guard folds.isFolded(start) else { continue }
      folds.setFolded(false, start)
      // A line that is not there yet will be made unfolded.
      if let index = lineIndex(ofValueAt: start) { resume(at: index) }
    }
  }

  /// Goes back to before a line that begins a value, as if nothing from there on had been made.
  private mutating func resume(at index: Int) {
    let line = lines[index]
    levels = levels(above: index)
    lines.removeSubrange(index...)
    number = lines.last?.number ?? 0
    guard let value = document.value(startingAt: Int(line.valueStart)) else { return }
    add(value, name: line.nameRange, ordinal: line.ordinal, hasComma: !(levels.last?.entries.isAtEnd ?? true))
    isComplete = levels.isEmpty
  }

  /// The containers around a line, each as it stood when the line was made.
  private func levels(above index: Int) -> [Level] {
    var levels: [Level] = []
    var child = lines[index]
    while child.parent != JSONLine.none, let value = document.value(startingAt: Int(child.valueStart)) {
      let opening = lines[Int(child.parent)]
      guard let container = document.value(startingAt: Int(opening.valueStart)) else { break }
      let level = Level(
        entries: container.entries(after: value), next: child.ordinal + 1, line: Int(child.parent),
        last: container.byteRange.upperBound - 1,
        isObject: opening.form == .openObject, hasComma: false)
      levels.insert(level, at: 0)
      child = opening
    }
    for outer in levels.indices.dropLast() { levels[outer + 1].hasComma = !levels[outer].entries.isAtEnd }
    return levels
  }
}

extension JSONLines {
  private mutating func add(_ value: JSONValue, name: Range<Int>?, ordinal: UInt32, hasComma: Bool) {
    let range = value.byteRange
    reached = range.lowerBound
    var line = JSONLine(
      form: .null, hasComma: hasComma, depth: UInt16(levels.count), valueStart: UInt32(range.lowerBound),
      valueEnd: UInt32(range.upperBound), number: number + 1)
    line.parent = levels.last.map { UInt32($0.line) } ?? JSONLine.none
    line.ordinal = ordinal
    if let name {
      line.nameStart = UInt32(name.lowerBound)
      line.nameEnd = UInt32(name.upperBound)
    }
    let isFolded = !levels.isEmpty && folds.isFolded(line.valueStart)
    switch value.kind {
    case .null: line.form = .null
    case .boolean: line.form = .boolean
    case .number: line.form = .number
    case .string: line.form = .string
    case .object: line.form = value.count == 0 ? .emptyObject : isFolded ? .foldedObject : .openObject
    case .array: line.form = value.count == 0 ? .emptyArray : isFolded ? .foldedArray : .openArray
    }
    if line.isFolded {
      append(line)
      reached = range.upperBound
    } else if line.isOpening {
      line.hasComma = false
      line.valueEnd = line.valueStart
      append(line)
      levels.append(
        Level(
          entries: value.entries, line: lines.count - 1, last: range.upperBound - 1, isObject: line.form == .openObject,
          hasComma: hasComma))
    } else {
      addScalar(line)
      if let sql, sql.offset == range.lowerBound { addSQL(sql, below: line) }
    }
  }

  private mutating func close(_ level: Level) {
    var line = JSONLine(
      form: level.isObject ? .closeObject : .closeArray, hasComma: level.hasComma, depth: UInt16(levels.count),
      valueStart: UInt32(level.last), valueEnd: UInt32(level.last), number: number + 1)
    line.parent = UInt32(level.line)
    append(line)
  }

  /// Adds a value of one line, in pieces when it is long.
  private mutating func addScalar(_ line: JSONLine) {
    var piece = line
    let end = Int(line.valueEnd)
    var start = Int(line.valueStart)
    while isWrapping, end - start > Self.longestPiece {
      let stop = UTF8Boundary.before(start + Self.longestPiece, in: document.bytes)
      piece.valueStart = UInt32(start)
      piece.valueEnd = UInt32(stop)
      piece.hasComma = false
      append(piece)
      start = stop
      piece = appendix(.continuation, of: line)
    }
    piece.valueStart = UInt32(start)
    piece.valueEnd = UInt32(end)
    piece.hasComma = line.hasComma
    append(piece)
    reached = end
  }

  private mutating func addSQL(_ sql: SQLBlock, below line: JSONLine) {
    for piece in sql.lines.pieces {
      var below = appendix(.sql, of: line)
      below.valueStart = piece.start
      below.valueEnd = piece.end
      append(below)
    }
  }

  private func appendix(_ form: JSONLine.Form, of line: JSONLine) -> JSONLine {
    var piece = JSONLine(form: form, depth: line.depth, valueStart: 0, valueEnd: 0, number: line.number)
    piece.parent = line.parent
    piece.ordinal = line.ordinal
    return piece
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
    madeCount += 1
  }
}
