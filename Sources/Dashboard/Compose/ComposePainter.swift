import CatalogEvents
import TerminalSurface

/// Draws the fields of the compose form, and finds where the one with the keyboard is.
struct ComposePainter {
  static let labelColumns = 12

  let state: ComposeState
  let review: ComposeReview
  let context: ComposeContext
  /// Where the field with the keyboard begins, once it was drawn.
  var anchor: Surface.Position?

  private var theme: Theme { context.theme }

  init(state: ComposeState, review: ComposeReview, context: ComposeContext) {
    self.state = state
    self.review = review
    self.context = context
  }

  mutating func draw(on surface: inout Surface, layout: ComposeLayout) {
    let rect = layout.form
    state.drawTitle(StyledLine(" \(title(layout)) ", theme.strong), on: &surface, in: rect, theme: theme)
    let (fields, foot) = rect.splitTop(1).rest.splitBottom(2)
    drawFields(on: &surface, in: fields, lines: state.lines(in: context, areaRows: layout.areaRows, isNarrow: Self.isNarrow(rect)))
    if foot.rows > 1 { drawMessage(on: &surface, in: foot.splitTop(1).top, hasOutcomes: layout.outcomes != nil) }
    if foot.rows > 0 { drawButtons(on: &surface, in: foot.splitBottom(1).bottom, hasOutcomes: layout.outcomes != nil) }
  }

  /// Where there is no preview, the form's own title says where the event goes.
  private func title(_ layout: ComposeLayout) -> String {
    guard layout.preview == nil, let target = review.target else { return "New event" }
    return target.isLoopback ? "New event to \(target.hostField)" : ComposeState.destination(review, columns: layout.form.columns - 4)
  }

  private mutating func drawFields(on surface: inout Surface, in rect: Rect, lines: [ComposeLine]) {
    guard rect.rows > 0 else { return }
    var starts: [Int] = []
    var height = 0
    var focused = 0..<0
    for line in lines {
      starts.append(height)
      if line.fields.contains(state.focus) { focused = height..<height + line.rows }
      height += line.rows
    }
    if focused.isEmpty, state.focus == .fire || state.focus == .close { focused = height..<height }
    // The line below the focused one stays in view too, so that one sees where one goes.
    let top = max(0, min(focused.lowerBound, min(focused.upperBound + 1, height) - rect.rows))
    for (line, start) in zip(lines, starts) where start + line.rows > top && start < top + rect.rows {
      draw(
        line, on: &surface, in: Rect(row: rect.row + start - top, column: rect.column, rows: line.rows, columns: rect.columns), clip: rect)
    }
    if top > 0 { surface.write("▲", row: rect.row, column: rect.endColumn - 1, limit: 1, style: theme.strong) }
    if top + rect.rows < height { surface.write("▼", row: rect.endRow - 1, column: rect.endColumn - 1, limit: 1, style: theme.strong) }
  }

  private mutating func draw(_ line: ComposeLine, on surface: inout Surface, in rect: Rect, clip: Rect) {
    let isFocused = line.fields.contains(state.focus)
    if rect.row >= clip.row {
      surface.write(
        line.label, row: rect.row, column: rect.column + 1, limit: Self.labelColumns - 2, style: isFocused ? theme.strong : theme.text)
    }
    let (_, wide) = rect.splitLeft(Self.labelColumns)
    let body = Rect(row: wide.row, column: wide.column, rows: wide.rows, columns: wide.columns - 1)
    switch line.fields.first {
    case nil: surface.write(TextWidth.truncate(line.note, to: body.columns), row: body.row, column: body.column, style: theme.faint)
    case .kind: drawKind(on: &surface, in: body)
    case .target: drawTarget(on: &surface, in: body)
    case .count: drawNumbers(line.fields, on: &surface, in: body)
    case .properties, .schema: drawRow(line.fields, on: &surface, in: body)
    case .definition, .data: drawArea(line.fields[0], on: &surface, in: body, clip: clip)
    case .some(let field): drawField(field, on: &surface, in: body)
    }
  }

  private mutating func drawKind(on surface: inout Surface, in rect: Rect) {
    let kinds = EventKind.all
    let row = ChoiceRow(labels: kinds.map(\.title), selected: kinds.firstIndex(of: state.kind) ?? 0, isFocused: state.focus == .kind)
    row.draw(on: &surface, row: rect.row, column: rect.column, columns: rect.columns, theme: theme)
    note(.kind, at: rect, on: &surface)
  }

  private mutating func drawTarget(on surface: inout Surface, in rect: Rect) {
    let choices = TargetChoice.available(in: context)
    let chosen = state.target(in: context)
    let row = ChoiceRow(
      labels: choices.map { $0.label(in: context) }, selected: choices.firstIndex(of: chosen) ?? 0, isFocused: state.focus == .target)
    let issue = review.issues[.target]
    let columns = rect.columns - (issue.map { min(rect.columns / 2, TextWidth.columns(of: $0.label) + 1) } ?? 0)
    let end = row.draw(on: &surface, row: rect.row, column: rect.column, columns: columns, theme: theme)
    note(.target, at: rect, on: &surface)
    if issue == nil, chosen == .dashboard, let url = context.ownTarget, end + 2 + url.count <= rect.endColumn {
      surface.write(url, row: rect.row, column: end + 2, style: theme.faint)
    }
    drawIssue(issue, on: &surface, row: rect.row, column: end + 1, endColumn: rect.endColumn)
  }

  /// Whether the form has room for less than the usual things side by side.
  static func isNarrow(_ rect: Rect) -> Bool {
    rect.columns < 52
  }

  private mutating func drawNumbers(_ fields: [ComposeField], on surface: inout Surface, in line: Rect) {
    var rect = line
    if !Self.isNarrow(Rect(row: 0, column: 0, rows: 1, columns: line.columns + Self.labelColumns + 1)) {
      let end = surface.write(ComposeState.how + "   Count ", row: rect.row, column: rect.column, limit: rect.columns, style: theme.text)
      rect = rect.splitLeft(end - rect.column).rest
    }
    guard fields.count > 1 else {
      drawField(.count, on: &surface, in: rect, columns: 8)
      return
    }
    let hasIssue = review.issues[.count] != nil
    let (left, right) = rect.splitLeft(hasIssue ? rect.columns * 2 / 3 : min(10, rect.columns / 2))
    drawField(.count, on: &surface, in: left, columns: min(8, left.columns - 1))
    surface.write("Rate", row: right.row, column: right.column, limit: right.columns)
    drawField(.rate, on: &surface, in: right.splitLeft(5).rest, placeholder: "as fast as possible")
  }

  private mutating func drawRow(_ fields: [ComposeField], on surface: inout Surface, in rect: Rect) {
    let (cells, button) = rect.splitLeft(rect.columns - 6)
    if fields.contains(where: { $0 == .properties(.add) || $0 == .schema(.add) }), let add = fields.last {
      let isFocused = state.focus == add
      surface.write(
        " + add", row: button.row, column: button.column, limit: button.columns, style: isFocused ? theme.selection : theme.button)
      note(add, at: button, on: &surface)
    }
    guard fields.count > 1 else {
      surface.write("none", row: cells.row, column: cells.column, limit: cells.columns, style: theme.faint)
      return
    }
    let issue = fields.compactMap { review.issues[$0] }.first
    let issueColumns = issue.map { min(cells.columns / 2, TextWidth.columns(of: $0.label) + 1) } ?? 0
    let free = cells.columns - 1 - issueColumns - 3
    let nameColumns = min(18, max(1, free * 2 / 5))
    let isProperty = if case .properties = fields[0] { true } else { false }
    drawText(fields[0], on: &surface, row: rect.row, column: rect.column, columns: nameColumns)
    surface.write(isProperty ? " = " : " : ", row: rect.row, column: rect.column + nameColumns, limit: 3)
    let valueColumn = rect.column + nameColumns + 3
    let valueColumns = max(1, free - nameColumns)
    drawText(fields[1], on: &surface, row: rect.row, column: valueColumn, columns: valueColumns)
    drawIssue(issue, on: &surface, row: rect.row, column: valueColumn + valueColumns + 1, endColumn: cells.endColumn)
  }

  private mutating func drawArea(_ field: ComposeField, on surface: inout Surface, in rect: Rect, clip: Rect) {
    guard let text = state[field] else { return }
    let area = TextArea(text: text, isFocused: state.focus == field)
    area.draw(on: &surface, in: rect, clip: clip, theme: theme)
    let top = max(rect.row, clip.row)
    note(
      field, at: Rect(row: top, column: rect.column, rows: min(rect.endRow, clip.endRow) - top, columns: rect.columns), on: &surface)
    if let issue = review.issues[field], rect.rows > 1, (clip.row..<clip.endRow).contains(rect.row + 1) {
      // Under the label, where the text does not cover it: the whole sentence stands in the line below the fields.
      let style = issue.severity == .failure ? theme.failure : theme.warning
      surface.write(
        TextWidth.truncate(issue.severity == .failure ? "! wrong" : "? look", to: Self.labelColumns - 2), row: rect.row + 1,
        column: rect.column - Self.labelColumns + 1, limit: Self.labelColumns - 2, style: style)
    }
  }

  /// A text of one line, with what is wrong beside it. `columns` is the field's width, where it is less than there is.
  private mutating func drawField(
    _ field: ComposeField, on surface: inout Surface, in rect: Rect, columns: Int = .max, placeholder: String = ""
  ) {
    let issue = review.issues[field]
    let remark = issue?.label ?? explanation(of: field)
    let width = min(columns, rect.columns - min(rect.columns / 2, TextWidth.columns(of: remark) + (remark.isEmpty ? 0 : 1)))
    drawText(field, on: &surface, row: rect.row, column: rect.column, columns: width, placeholder: placeholder)
    let column = rect.column + width + 1
    if issue == nil {
      surface.write(TextWidth.truncate(remark, to: rect.endColumn - column), row: rect.row, column: column, style: theme.faint)
    } else {
      drawIssue(issue, on: &surface, row: rect.row, column: column, endColumn: rect.endColumn)
    }
  }

  /// What a valid input means, where that is not plain.
  private func explanation(of field: ComposeField) -> String {
    guard field == .timestamp, let timestamp = review.draft?.timestamp else { return "" }
    return ClockFormat.utc(timestamp)
  }

  private mutating func drawText(
    _ field: ComposeField, on surface: inout Surface, row: Int, column: Int, columns: Int, placeholder: String = ""
  ) {
    guard let text = state[field] else { return }
    let isEmptyNull = field == .location || field == .collection
    let textField = TextField(
      text: text, placeholder: isEmptyNull ? "null" : placeholder, completion: field.takesType ? ArrowType.completion(of: text.text) : "",
      isFocused: state.focus == field)
    textField.draw(on: &surface, row: row, column: column, columns: columns, theme: theme)
    note(field, at: Rect(row: row, column: column, rows: 1, columns: columns), on: &surface)
  }

  private func drawIssue(_ issue: FieldIssue?, on surface: inout Surface, row: Int, column: Int, endColumn: Int) {
    guard let issue else { return }
    let style = issue.severity == .failure ? theme.failure : theme.warning
    surface.write(TextWidth.truncate(issue.label, to: endColumn - column), row: row, column: column, style: style)
  }

  /// A field is there: a click on it means it, and a list of its choices opens below it.
  private mutating func note(_ field: ComposeField, at rect: Rect, on surface: inout Surface) {
    surface.mark(rect, as: ClickTarget.field(field))
    if state.focus == field { anchor = Surface.Position(row: rect.row, column: rect.column) }
  }
}
