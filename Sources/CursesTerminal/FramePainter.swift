import CNCurses
import TerminalSurface

/// Draws frames with curses, and of each only what is not shown yet.
///
/// curses compares too, but cell by cell and with much more to compare: the difference is taken here first.
struct FramePainter {
  /// How a style is told to curses.
  private struct Look {
    var attributes: UInt32
    var pair: Int32
  }

  private let palette: ColorPalette
  private var shown: Surface?
  /// The last frame that was drawn, shown or not.
  private(set) var current: Surface?
  private var looks: [Style: Look] = [:]
  private var run = GlyphRun()

  init(palette: ColorPalette) {
    self.palette = palette
  }

  /// Forgets what is shown: the next frame is drawn in full.
  mutating func invalidate() {
    shown = nil
    hk_invalidate()
  }

  mutating func paint(_ frame: Surface) {
    if let shown {
      let changes = frame.changes(since: shown)
      if changes.isEmpty, frame.cursor == shown.cursor { return }
      for change in changes { draw(change, of: frame) }
    } else {
      hk_erase()
      for row in 0..<frame.size.rows { draw(Surface.Change(row: row, columns: 0..<frame.size.columns), of: frame) }
    }
    hk_cursor(Int32(clamping: frame.cursor?.row ?? -1), Int32(clamping: frame.cursor?.column ?? 0))
    hk_show()
    shown = frame
    current = frame
  }

  private mutating func draw(_ change: Surface.Change, of frame: Surface) {
    var style: Style?
    for column in change.columns {
      guard let (glyph, glyphStyle) = frame.glyph(row: change.row, column: column) else { continue }
      if style != glyphStyle {
        finishRun(style)
        style = glyphStyle
        run.begin(row: change.row, column: column)
      }
      run.append(glyph)
    }
    finishRun(style)
  }

  private mutating func finishRun(_ style: Style?) {
    guard let style, !run.isEmpty else { return }
    let look = look(of: style)
    run.draw(attributes: look.attributes, pair: look.pair)
  }

  private mutating func look(of style: Style) -> Look {
    if let known = looks[style] { return known }
    let foreground = palette.foreground(style.foreground)
    let background = palette.background(style.background)
    let look = Look(
      attributes: UInt32(style.attributes.union(foreground.attributes).rawValue),
      pair: hk_color_pair(Int32(clamping: foreground.number), Int32(clamping: background.number)))
    looks[style] = look
    return look
  }
}

/// Glyphs side by side in one style, in the form that curses is given them.
private struct GlyphRun {
  private var row = 0
  private var column = 0
  private var scalars: [UInt32] = []
  private var lengths: [UInt8] = []
  private var columns: [UInt8] = []

  var isEmpty: Bool { lengths.isEmpty }

  mutating func begin(row: Int, column: Int) {
    self.row = row
    self.column = column
    scalars.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
  }

  mutating func append(_ glyph: Glyph) {
    if glyph.hasMarks {
      let parts = glyph.scalars
      scalars.append(contentsOf: parts.map(\.value))
      lengths.append(UInt8(clamping: parts.count))
    } else {
      scalars.append(glyph.base.value)
      lengths.append(1)
    }
    columns.append(UInt8(clamping: glyph.columns))
  }

  mutating func draw(attributes: UInt32, pair: Int32) {
    hk_draw(Int32(clamping: row), Int32(clamping: column), scalars, lengths, columns, Int32(clamping: lengths.count), attributes, pair)
    lengths.removeAll(keepingCapacity: true)
  }
}
