import TerminalSurface

/// Where the parts of the compose form are.
struct ComposeLayout: Sendable, Hashable {
  /// From this width on the preview stands beside the form.
  static let sideBySideColumns = 100

  var form: Rect
  /// `nil` where there is no room for it.
  var preview: Rect?
  /// `nil` where the newest outcome stands beside the buttons.
  var outcomes: Rect?
  /// The height of a text of several lines.
  var areaRows: Int

  /// `lineCount` is the number of the form's lines without those of an area of text, if it has one.
  init(_ rect: Rect, lineCount: Int, hasArea: Bool) {
    // The title, the line that tells what is wrong, the buttons.
    let frameRows = 3
    let areas: (Int) -> Int = { hasArea ? max(3, min(12, $0 - frameRows - lineCount)) : 0 }
    if rect.columns >= Self.sideBySideColumns, rect.rows >= 12 {
      let (left, right) = rect.splitLeft(max(53, min(84, rect.columns / 2)))
      let parts = right.splitLeft(1).rest.splitBottom(min(10, max(3, rect.rows / 4)))
      form = left
      preview = parts.rest
      outcomes = parts.bottom
      areaRows = areas(rect.rows)
    } else if rect.rows >= 16 {
      areaRows = areas(rect.rows - 7)
      let parts = rect.splitTop(min(lineCount + areaRows + frameRows, rect.rows - 5))
      form = parts.top
      preview = parts.rest
    } else {
      form = rect
      areaRows = areas(rect.rows)
    }
  }
}
