import CatalogEvents
import TerminalSurface

/// The request as it will be sent, cut into lines of a width.
///
/// The body is cut wherever a line is full and nowhere else: it is shown byte for byte.
struct ComposePreview {
  enum Kind {
    case head, note, body
  }

  /// Why there is no whole request to show.
  private let notes: [String]
  private let head: [String]
  let body: [UInt8]
  private let columns: Int
  private let isPacked: Bool

  /// `isPacked` puts several header lines on a line, where there is little room.
  init(_ review: ComposeReview, at now: Timestamp, columns: Int, isPacked: Bool) {
    self.columns = max(1, columns)
    self.isPacked = isPacked
    body = review.draft?.body(at: now) ?? []
    var notes: [String] = []
    if review.target == nil { notes.append("No target yet.") }
    if review.draft == nil { notes.append("No event yet: see the mark in the form.") }
    self.notes = notes
    guard let target = review.target, review.draft != nil else {
      head = []
      return
    }
    let headers = CatalogRequest.headers(host: target.hostField, contentLength: body.count).map { "\($0.name): \($0.value)" }
    let lines = ["POST \(target.requestTarget) HTTP/1.1"] + headers
    let packed = isPacked ? Self.pack(lines, columns: self.columns) : lines
    let width = self.columns
    head = packed.flatMap { TextWidth.wrap($0, columns: width) }.map(String.init) + (isPacked ? [] : [""])
  }

  var lineCount: Int {
    notes.count + head.count + (body.count + columns - 1) / columns
  }

  /// The first line that is shown where not all fit: the body is what is being composed, the head is always alike.
  var bodyStart: Int { isPacked ? notes.count + head.count : 0 }

  /// Line `index`, from 0.
  func line(_ index: Int) -> (text: String, kind: Kind) {
    if index < notes.count { return (notes[index], .note) }
    if index < notes.count + head.count { return (head[index - notes.count], .head) }
    let start = min(body.count, (index - notes.count - head.count) * columns)
    return (String(decoding: body[start..<min(body.count, start + columns)], as: UTF8.self), .body)
  }

  private static func pack(_ lines: [String], columns: Int) -> [String] {
    lines.reduce(into: []) { packed, line in
      if let last = packed.last, last.count + line.count + 3 <= columns {
        packed[packed.count - 1] = last + "   " + line
      } else {
        packed.append(line)
      }
    }
  }
}

extension ComposePreview {
  /// The lines that are in view in a pane of `rows` lines without its title, of which the last tells what is below.
  static func visibleLast(lineCount: Int, rows: Int) -> Int {
    max(0, lineCount - max(1, rows))
  }

  func draw(on surface: inout Surface, in rect: Rect, top: Int, theme: Theme) {
    guard rect.rows > 0 else { return }
    let top = min(top, Self.visibleLast(lineCount: lineCount, rows: rect.rows))
    for offset in 0..<rect.rows where top + offset < lineCount {
      let (text, kind) = line(top + offset)
      let style =
        switch kind {
        case .head: theme.faint
        case .note: theme.warning
        case .body: theme.text
        }
      surface.write(text, row: rect.row + offset, column: rect.column, limit: rect.columns, style: style)
    }
  }
}
