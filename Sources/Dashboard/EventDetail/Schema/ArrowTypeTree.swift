/// A type as Arrow prints it, taken apart: `struct<a: int64, b: list<item: string>>`.
///
/// It takes any text: what does not look like a type with others in it has none.
struct ArrowTypeTree: Sendable, Hashable {
  struct Child: Sendable, Hashable {
    /// `item: `, `values=`, or empty.
    var label: String
    var type: ArrowTypeTree
  }

  /// The type without those in it: `struct`, `list`, `decimal128(18, 2)`, `fixed_size_list[3]`.
  var name: String
  var children: [Child]

  /// Deeper ones are left as they are spelled.
  private static let depthLimit = 16

  init(_ text: String) {
    self.init(text[...], depth: 0)
  }

  private init(_ text: Substring, depth: Int) {
    name = String(text)
    children = []
    guard depth < Self.depthLimit, let open = text.firstIndex(of: "<"), let close = text.lastIndex(of: ">"), open < close,
      let parts = Self.parts(of: text[text.index(after: open)..<close])
    else { return }
    name = String(text[..<open]) + String(text[text.index(after: close)...])
    children = parts.map { part in
      let (label, type) = Self.split(part)
      return Child(label: String(label), type: ArrowTypeTree(type, depth: depth + 1))
    }
  }

  /// Whether its parts are easier to read one below the other.
  var isInvolved: Bool {
    name.hasPrefix("struct") && !children.isEmpty || children.contains { !$0.type.children.isEmpty }
  }

  /// Its parts, each below the one in which it is, with how deep.
  func lines(depth: Int = 0) -> [(depth: Int, text: String)] {
    children.flatMap { child in
      [(depth, child.label + child.type.name)] + child.type.lines(depth: depth + 1)
    }
  }

  /// Cuts at the commas that are in no bracket; `nil` when the brackets do not match.
  private static func parts(of text: Substring) -> [Substring]? {
    var parts: [Substring] = []
    var start = text.startIndex
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "<", "(", "[": depth += 1
      case ">", ")", "]": depth -= 1
      case "," where depth == 0:
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
      guard depth >= 0 else { return nil }
    }
    parts.append(text[start...])
    return depth == 0 ? parts.map { $0.drop { $0 == " " } } : nil
  }

  /// `item: string` and `values=string` begin with a label.
  private static func split(_ part: Substring) -> (label: Substring, type: Substring) {
    let stops: Set<Character> = ["<", "(", "["]
    guard let end = part.firstIndex(where: { $0 == ":" || $0 == "=" || stops.contains($0) }), !stops.contains(part[end]) else {
      return ("", part)
    }
    let type = part[part.index(after: end)...].drop { $0 == " " }
    return (part[..<type.startIndex], type)
  }
}
