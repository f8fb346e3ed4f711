import CatalogEvents
import EventRecords
import TerminalSurface

/// Writes a difference out, a line a value; what is the same in both is told in brief.
struct DifferenceLines {
  /// So many lines of a value that was added or removed are shown.
  static let valueLimit = 200
  /// So many bytes of one string or name are shown.
  static let spellingLimit = 4_000

  let theme: Theme
  private(set) var lines: [DifferenceLine] = []

  init(_ difference: BodyDifference, theme: Theme) {
    self.theme = theme
    switch difference {
    case .none: note("The same bytes.")
    case .structure(let structure): write(structure)
    case .text(let text): write(text)
    }
  }

  private mutating func note(_ text: String) {
    lines.append(.alike(StyledLine(text, theme.faint)))
  }

  private mutating func write(_ structure: JSONDifference) {
    if structure.isEmpty {
      note(
        "No difference that counts: only spaces, escapes\(structure.passesOverTimestamp ? ", event.timestamp" : "") or the order of names.")
    } else {
      for row in structure.rows { write(row, in: structure) }
    }
    if structure.isCutOff { note("There are more than \(structure.changes.count) changes: these are the first.") }
  }

  private mutating func write(_ text: TextDifference) {
    var change = -1
    var isChanging = false
    for line in text.lines {
      if case .alike(let text) = line {
        isChanging = false
        lines.append(.alike(StyledLine(clip(text))))
        continue
      }
      if !isChanging { change += 1 }
      isChanging = true
      switch line {
      case .alike: break
      case .removed(let text): lines.append(DifferenceLine(kind: .removed, old: StyledLine(clip(text)), change: change))
      case .added(let text): lines.append(DifferenceLine(kind: .added, new: StyledLine(clip(text)), change: change))
      }
    }
  }

  private mutating func write(_ row: JSONDifference.Row, in structure: JSONDifference) {
    let indent = Self.indent(row.depth)
    switch row.kind {
    case .leftOut(let count): lines.append(.alike(StyledLine(indent + "⋯ \(count) more that are the same", theme.faint)))
    case .alike, .passedOver:
      let ending = row.kind == .passedOver ? [StyledSpan("  (does not count)", theme.faint)] : []
      lines.append(
        DifferenceLine(
          kind: .alike, old: row.old.map { StyledLine([StyledSpan(indent)] + brief($0) + ending) },
          new: row.new.map { StyledLine([StyledSpan(indent)] + brief($0) + ending) }))
    case .opening:
      let sides = [row.old, row.new].map { part in
        part.map { StyledLine([StyledSpan(indent)] + name($0) + [StyledSpan($0.value.kind == .object ? "{" : "[")]) }
      }
      lines.append(DifferenceLine(kind: .alike, old: sides[0], new: sides[1]))
      if let change = row.change { writeOrder(structure.changes[change], change, depth: row.depth + 1) }
    case .closing: lines.append(.alike(StyledLine(indent + (row.new?.value.kind == .array ? "]" : "}"))))
    case .removed:
      if let old = row.old { lines += whole(old, depth: row.depth).map { DifferenceLine(kind: .removed, old: $0, change: row.change) } }
    case .added:
      if let new = row.new { lines += whole(new, depth: row.depth).map { DifferenceLine(kind: .added, new: $0, change: row.change) } }
    case .changed:
      if let old = row.old, let new = row.new { writeChange(from: old, to: new, row) }
    }
  }

  private mutating func writeChange(from old: JSONDifference.Part, to new: JSONDifference.Part, _ row: JSONDifference.Row) {
    if let before = old.value.string, let after = new.value.string, before.contains("\n") || after.contains("\n") {
      writeText(from: before, to: after, under: new, row)
    } else if old.value.count == 0, new.value.count == 0 {
      let indent = StyledSpan(Self.indent(row.depth))
      lines.append(
        DifferenceLine(
          kind: .changed, old: StyledLine([indent] + brief(old)), new: StyledLine([indent] + brief(new)), change: row.change))
    } else {
      lines += whole(old, depth: row.depth).map { DifferenceLine(kind: .removed, old: $0, change: row.change) }
      lines += whole(new, depth: row.depth).map { DifferenceLine(kind: .added, new: $0, change: row.change) }
    }
  }

  /// A text of several lines, as the SQL of a view often is, line by line.
  private mutating func writeText(from old: String, to new: String, under part: JSONDifference.Part, _ row: JSONDifference.Row) {
    let indent = Self.indent(row.depth)
    lines.append(
      DifferenceLine(
        kind: .alike, old: StyledLine([StyledSpan(indent)] + name(part) + [StyledSpan("text of several lines", theme.faint)]),
        new: StyledLine([StyledSpan(indent)] + name(part) + [StyledSpan("text of several lines", theme.faint)]), change: row.change))
    let inner = StyledSpan(indent + "  │ ", theme.faint)
    for line in TextDifference(from: Array(old.utf8), to: Array(new.utf8)).lines {
      switch line {
      case .alike(let text): lines.append(.alike(StyledLine([inner, StyledSpan(clip(text), theme.jsonString)])))
      case .removed(let text):
        lines.append(
          DifferenceLine(kind: .removed, old: StyledLine([inner, StyledSpan(clip(text), theme.jsonString)]), change: row.change))
      case .added(let text):
        lines.append(DifferenceLine(kind: .added, new: StyledLine([inner, StyledSpan(clip(text), theme.jsonString)]), change: row.change))
      }
    }
  }

  /// The names of an object on either side, when their order is what is different.
  private mutating func writeOrder(_ change: JSONDifference.Change, _ number: Int, depth: Int) {
    func order(_ value: JSONValue?) -> StyledLine {
      let names = (value?.members ?? []).map(\.name).joined(separator: ", ")
      return StyledLine(Self.indent(depth) + "order of names: " + clip(names), theme.warning)
    }
    lines.append(DifferenceLine(kind: .changed, old: order(change.old), new: order(change.new), change: number))
  }
}

// MARK: - Values

extension DifferenceLines {
  private static func indent(_ depth: Int) -> String {
    String(repeating: " ", count: 2 * min(depth, 40))
  }

  private func name(_ part: JSONDifference.Part) -> [StyledSpan] {
    part.member.map { [StyledSpan(clip($0.nameSpelling), theme.jsonName), StyledSpan(": ")] } ?? []
  }

  /// Name and value on one line; of an array or object only how much is in it.
  private func brief(_ part: JSONDifference.Part) -> [StyledSpan] {
    let value = part.value
    switch value.kind {
    case .object, .array:
      let isObject = value.kind == .object
      guard value.count > 0 else { return name(part) + [StyledSpan(isObject ? "{}" : "[]")] }
      if let name = value["name"], name.kind == .string {
        // Elements of a list are known by their names, as the fields of a schema are.
        let rest = value.count > 1 ? [StyledSpan(", \(value.count - 1) more", theme.faint)] : []
        return self.name(part) + [
          StyledSpan("{"), StyledSpan("\"name\"", theme.jsonName), StyledSpan(": "), StyledSpan(clip(name), theme.jsonString),
        ]
          + rest + [StyledSpan("}")]
      }
      let noun = isObject ? (value.count == 1 ? "name" : "names") : (value.count == 1 ? "element" : "elements")
      return name(part) + [
        StyledSpan(isObject ? "{" : "["), StyledSpan("\(value.count) \(noun)", theme.faint), StyledSpan(isObject ? "}" : "]"),
      ]
    case .string: return name(part) + [StyledSpan(clip(value), theme.jsonString)]
    case .number: return name(part) + [StyledSpan(clip(value), theme.jsonNumber)]
    case .boolean, .null: return name(part) + [StyledSpan(value.spelling, theme.jsonLiteral)]
    }
  }

  /// A value with all that is in it, a line each, as far as the limit.
  private func whole(_ part: JSONDifference.Part, depth: Int) -> [StyledLine] {
    var written: [StyledLine] = []
    write(part, depth: depth, to: &written)
    if written.count > Self.valueLimit {
      written.removeLast(written.count - Self.valueLimit)
      written.append(StyledLine(Self.indent(depth) + "⋯ and more: \(part.value.byteRange.count) bytes in all", theme.faint))
    }
    return written
  }

  private func write(_ part: JSONDifference.Part, depth: Int, to written: inout [StyledLine]) {
    guard written.count <= Self.valueLimit else { return }
    let value = part.value
    let indent = StyledSpan(Self.indent(depth))
    guard value.count > 0 else {
      written.append(StyledLine([indent] + brief(part)))
      return
    }
    let isObject = value.kind == .object
    written.append(StyledLine([indent] + name(part) + [StyledSpan(isObject ? "{" : "[")]))
    if isObject {
      for member in value.members where written.count <= Self.valueLimit {
        write(JSONDifference.Part(member: member, value: member.value), depth: depth + 1, to: &written)
      }
    } else {
      for element in value.elements where written.count <= Self.valueLimit {
        write(JSONDifference.Part(member: nil, value: element), depth: depth + 1, to: &written)
      }
    }
    written.append(StyledLine([indent, StyledSpan(isObject ? "}" : "]")]))
  }

  private func clip(_ value: JSONValue) -> String {
    clip(value.spelling)
  }

  private func clip(_ text: String) -> String {
    guard text.utf8.count > Self.spellingLimit else { return text }
    return String(text.prefix(Self.spellingLimit)) + "… (\(text.utf8.count) bytes in all)"
  }
}
