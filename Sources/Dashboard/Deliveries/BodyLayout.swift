import CatalogEvents
import TerminalSurface

/// A body of a request or an answer in lines: JSON with a member a line, anything else as it came.
///
/// Order, digits and escapes are those that were sent; only white space between values is ours.
struct BodyLayout {
  /// A longer body is shown as it came: a delivery's text is made anew for each look at it.
  static let layoutLimit = 256 << 10

  private let theme: Theme
  private(set) var lines: [StyledLine] = []

  init(_ bytes: [UInt8], theme: Theme) {
    self.theme = theme
    guard !bytes.isEmpty else {
      lines = [StyledLine("(no body)", theme.faint)]
      return
    }
    guard bytes.count <= Self.layoutLimit, let document = try? JSONDocument(bytes), document.root.count > 0 else {
      let raw = BodyLines(bytes)
      lines = raw.pieces.map { StyledLine(String(decoding: bytes[$0.range], as: UTF8.self)) }
      if raw.cutByteCount > 0 {
        lines.append(StyledLine("… \(raw.cutByteCount) more bytes are not shown: there are too many lines", theme.warning))
      }
      return
    }
    add(document.root, lead: [], depth: 0, end: "")
  }

  private mutating func add(_ value: JSONValue, lead: [StyledSpan], depth: Int, end: String) {
    let indent = StyledSpan(String(repeating: "  ", count: min(depth, 40)))
    let opening = [indent] + lead
    guard value.count > 0 else {
      lines.append(StyledLine(opening + [StyledSpan(value.spelling, style(of: value)), StyledSpan(end)]))
      return
    }
    let isObject = value.kind == .object
    lines.append(StyledLine(opening + [StyledSpan(isObject ? "{" : "[")]))
    if isObject {
      let members = value.members
      for (index, member) in members.enumerated() {
        let name = member.nameSpelling
        add(
          member.value, lead: [StyledSpan(name, theme.jsonName), StyledSpan(": ")], depth: depth + 1,
          end: index + 1 < members.count ? "," : "")
      }
    } else {
      let elements = value.elements
      for (index, element) in elements.enumerated() { add(element, lead: [], depth: depth + 1, end: index + 1 < elements.count ? "," : "") }
    }
    lines.append(StyledLine([indent, StyledSpan((isObject ? "}" : "]") + end)]))
  }

  private func style(of value: JSONValue) -> Style {
    switch value.kind {
    case .string: theme.jsonString
    case .number: theme.jsonNumber
    case .null, .boolean: theme.jsonLiteral
    case .array, .object: theme.text
    }
  }
}
