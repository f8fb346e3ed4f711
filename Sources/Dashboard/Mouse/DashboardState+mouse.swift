import TerminalSurface

extension DashboardState {
  /// How many lines a step of the wheel scrolls.
  private static let wheelLines = 3

  /// Takes what was done with the mouse. Where things are is asked of the drawing itself.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    switch event.kind {
    case .wheel(.up): return scroll(targets(at: event.position), by: -Self.wheelLines)
    case .wheel(.down): return scroll(targets(at: event.position), by: Self.wheelLines)
    case .press(.left, let clicks): return click(targets(at: event.position), clicks)
    case .wheel, .press, .release, .drag: return []
    }
  }

  /// What stands at a position, topmost first.
  private func targets(at position: Surface.Position) -> [ClickTarget] {
    var surface = Surface.remembering(size: size)
    draw(on: &surface, in: Rect(size))
    return surface.meanings(row: position.row, column: position.column).compactMap { $0 as? ClickTarget }
  }

  /// Scrolls what lies under the pointer, wherever the keyboard is.
  private mutating func scroll(_ targets: [ClickTarget], by lines: Int) -> [Effect] {
    for case .area(let area) in targets {
      var effects: [Effect] = []
      switch area {
      case .table: return table.scroll(by: lines)
      case .detail:
        let size = layout.detailBody?.size ?? Size(columns: 0, rows: 0)
        detail.scroll(by: lines, size: size, isFocused: context == .detail)
      case .keyboard:
        if case .help(var help) = overlay {
          help.scroll(by: lines, size: layout.helpText)
          overlay = .help(help)
          return []
        }
        for _ in 0..<Self.wheelLines { effects += press(lines > 0 ? .down : .up) }
      case .preview: form.scrollPreview(byLines: lines, in: composeContext)
      }
      return effects
    }
    return []
  }

  private mutating func click(_ targets: [ClickTarget], _ clicks: Int) -> [Effect] {
    guard let target = targets.first else { return clickOutside() }
    switch target {
    case .key(let key): return press(key)
    case .area(.table): focus = .table
    case .area(.detail): if !isDetailWhole { focus = .detail }
    case .area(.keyboard), .area(.preview): break
    case .capture(let id):
      if case .timeline(let timeline) = overlay { return click(id, clicks, in: timeline) }
      focus = .table
      let effects = table.go(to: id)
      return clicks == 2 ? effects + perform(.openDetail) : effects
    case .delivery(let id):
      deliveries.select(id: id)
      return clicks == 2 ? perform(.openDetail) : []
    case .tab(let index):
      for _ in DetailTab.allCases where detail.tab.rawValue != index { _ = perform(.nextTab) }
    case .entry(let index): return clickEntry(index, clicks)
    case .field(let field): return clickField(field)
    case .value(let field, let index):
      statistics.select(index, of: field)
      return clicks == 2 ? press(.enter) : []
    case .bar(let index): statistics.selectBar(index)
    }
    return []
  }

  /// A click beside a menu or the palette closes it, as it does elsewhere; a question wants its answer.
  private mutating func clickOutside() -> [Effect] {
    guard question == nil else { return [] }
    switch overlay {
    case .menu, .palette: overlay = nil
    default: break
    }
    return []
  }

  private mutating func clickEntry(_ index: Int, _ clicks: Int) -> [Effect] {
    switch overlay {
    case .menu(var menu):
      menu.select(index)
      overlay = .menu(menu)
      return press(.enter)
    case .palette(var palette):
      palette.select(index)
      overlay = .palette(palette)
      return press(.enter)
    case .help(var help):
      help.select(index, size: layout.helpText)
      overlay = .help(help)
      return clicks == 2 ? press(.enter) : []
    default:
      guard isComposing, form.popUp != nil else { return [] }
      form.popUp?.selected = index
      return press(.enter)
    }
  }

  /// A click on a field gives it the keyboard; on a button, or once more on a field that offers choices, it is what Enter is there.
  private mutating func clickField(_ field: ComposeField) -> [Effect] {
    form.popUp = nil
    let wasFocused = form.focus == field
    form.focus = field
    switch field {
    case .fire, .close, .properties(.add), .schema(.add): return press(.enter)
    case .kind where wasFocused, .target where wasFocused: return press(.enter)
    default: return []
    }
  }
}
