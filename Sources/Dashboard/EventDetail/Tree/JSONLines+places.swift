import CatalogEvents

extension JSONLines {
  /// The line in which the byte at `offset` lies, or in whose folds it is hidden, among the lines that are made.
  func lineIndex(containing offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if start(of: lines[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    var index = max(0, low - 1)
    while index > 0, lines[index].form == .sql { index -= 1 }
    return index
  }

  /// Makes lines until the one of the byte at `offset` is there, unless it is cut off.
  mutating func extend(through offset: Int) {
    while !isComplete, let last = lines.last, start(of: last) <= offset { extend(by: 1_000) }
  }

  /// The line that begins the value at an offset, among those that are made.
  func lineIndex(ofValueAt start: UInt32) -> Int? {
    let index = lineIndex(containing: Int(start))
    return lines.indices.contains(index) && lines[index].valueStart == start && !lines[index].isClosing && !lines[index].isAppendix
      ? index : nil
  }

  /// Where a line begins in the document: it rises from line to line.
  func start(of line: JSONLine) -> Int {
    line.form == .sql ? sql?.offset ?? 0 : Int(line.nameRange == nil ? line.valueStart : line.nameStart)
  }

  /// The line of the value that a line belongs to: for the pieces of a long string its first, for a closing bracket its opening one.
  func owner(of index: Int) -> Int {
    var index = index
    while index > 0, lines[index].isAppendix { index -= 1 }
    return lines[index].isClosing ? Int(lines[index].parent) : index
  }

  /// The line of the array or object that a key folds when the cursor is on a line: its own, or the one around it.
  func container(of index: Int) -> Int? {
    let owner = owner(of: index)
    if lines[owner].isOpening || lines[owner].isFolded { return owner }
    return parent(of: owner)
  }

  /// The line that opens the container around a line's value.
  func parent(of index: Int) -> Int? {
    let parent = lines[owner(of: index)].parent
    return parent == JSONLine.none ? nil : Int(parent)
  }

  /// The first line after a line's value that begins another one, among the lines that are made.
  func nextValue(after index: Int) -> Int? {
    let depth = lines[owner(of: index)].depth
    return lines.indices.dropFirst(index + 1).first { beginsValue($0, atMost: depth) }
  }

  /// The line that begins the value before a line's own, or the one around it.
  func previousValue(before index: Int) -> Int? {
    let owner = owner(of: index)
    let depth = lines[owner].depth
    return lines[..<owner].indices.last { beginsValue($0, atMost: depth) }
  }

  private func beginsValue(_ index: Int, atMost depth: UInt16) -> Bool {
    let line = lines[index]
    return line.depth <= depth && !line.isClosing && !line.isAppendix && line.form != .cut
  }

  /// The value of the line; `nil` for the line that says that the rest is cut.
  func value(at index: Int) -> JSONValue? {
    guard lines.indices.contains(index) else { return nil }
    let line = lines[owner(of: index)]
    return line.form == .cut ? nil : document.value(startingAt: Int(line.valueStart))
  }

  /// The way to the value of a line.
  func path(at index: Int) -> JSONPath? {
    guard lines.indices.contains(index) else { return nil }
    var line = lines[owner(of: index)]
    guard line.form != .cut else { return nil }
    var components: [JSONPath.Component] = []
    while line.parent != JSONLine.none {
      if line.nameRange != nil {
        components.append(.name(document.value(startingAt: Int(line.nameStart))?.string ?? ""))
      } else {
        components.append(.index(Int(line.ordinal)))
      }
      line = lines[Int(line.parent)]
    }
    return JSONPath(components.reversed())
  }
}
