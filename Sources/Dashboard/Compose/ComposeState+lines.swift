extension ComposeState {
  /// The form's lines, from the top. What would have no effect on what is sent is not among them.
  ///
  /// `areaRows` is the height of a text of several lines; a narrow form has some things on lines of their own that otherwise share one.
  func lines(in context: ComposeContext, areaRows: Int = 3, isNarrow: Bool = false) -> [ComposeLine] {
    var lines = [
      ComposeLine(label: "What", fields: [.kind]),
      ComposeLine(label: "Workspace", fields: [.workspace]),
    ]
    if kind.isAboutWorkspace {
      lines.append(ComposeLine(label: "Collection", fields: [], note: "null: the event is about the whole workspace"))
      lines.append(ComposeLine(label: "Name", fields: [], note: workspace.text))
    } else {
      lines.append(ComposeLine(label: "Collection", fields: [.collection]))
      lines.append(ComposeLine(label: "Name", fields: [.name]))
    }
    switch kind.form {
    case .dataset:
      lines.append(ComposeLine(label: "Location", fields: [.location]))
      lines += rows("Properties", properties) { .properties($0) }
      lines += rows("Schema", schema) { .schema($0) }
    case .view:
      lines.append(ComposeLine(label: "SQL", fields: [.definition], rows: areaRows))
      lines += rows("Properties", properties) { .properties($0) }
    case .json:
      lines.append(ComposeLine(label: "Data", fields: [.data], rows: areaRows))
    }
    lines.append(ComposeLine(label: "Timestamp", fields: [.timestamp]))
    lines.append(ComposeLine(label: "Target", fields: [.target]))
    if target(in: context) == .url { lines.append(ComposeLine(label: "URL", fields: [.url])) }
    if isNarrow { lines.append(ComposeLine(label: "How", fields: [], note: Self.how)) }
    lines.append(ComposeLine(label: isNarrow ? "Count" : "How", fields: count.text == "1" ? [.count] : [.count, .rate]))
    return lines
  }

  /// The ways of delivery: one, so far.
  static let how = "(•) direct"

  /// The lines of places through which the keyboard goes, the buttons included.
  func stops(in context: ComposeContext) -> [[ComposeField]] {
    lines(in: context).map(\.fields).filter { !$0.isEmpty } + [[.fire, .close]]
  }

  private func rows(_ label: String, _ list: RowList, _ field: (RowList.Place) -> ComposeField) -> [ComposeLine] {
    list.lines.enumerated().map { ComposeLine(label: $0.offset == 0 ? label : "", fields: $0.element.map(field)) }
  }

  /// Goes to the next place, or to the one before, in reading order; round at the ends.
  mutating func moveFocus(by step: Int, in context: ComposeContext) {
    let places = stops(in: context).flatMap(\.self)
    let index = places.firstIndex(of: focus) ?? 0
    focus = places[(index + step + places.count) % places.count]
  }

  /// Goes to the line below, or above, and stays there in the same column if it can.
  mutating func moveFocusByLine(_ step: Int, in context: ComposeContext) {
    let lines = stops(in: context)
    let line = lines.firstIndex { $0.contains(focus) } ?? 0
    let column = lines[line].firstIndex(of: focus) ?? 0
    let next = lines[(line + step + lines.count) % lines.count]
    focus = next[min(column, next.count - 1)]
  }

  /// Puts the keyboard somewhere that is there, after something went away.
  mutating func settleFocus(in context: ComposeContext) {
    let places = stops(in: context).flatMap(\.self)
    if !places.contains(focus) { focus = focus == .rate ? .count : .kind }
  }
}
