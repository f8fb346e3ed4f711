import TerminalSurface

/// The last line: the keys that matter most here, from the one key table.
struct Footer: Sendable {
  var context: KeyContext
  /// Whether there is nothing yet that could be moved through, opened or held.
  var isEmpty = false
  var theme: Theme

  /// In which order keys are given room. The help is the first, and so the last that goes when it gets narrow.
  private static let order: [Command] = [
    .showHelp, .compose, .openFilter, .leave, .close, .search, .toggleFold, .fire, .confirm, .nextChange, .replay, .edit, .compare,
    .toggleMark,
    .togglePause, .toggleFollow,
    .openDetail, .showDeliveries, .showEvents, .showStatistics, .startSpan, .excludeValue, .showTimeline, .nextTab, .nextPane,
    .nextField, .addRow, .removeRow, .cancelOrder, .pageDown,
  ]

  func draw(on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    surface.write(line(columns: rect.columns - 2), row: rect.row, column: rect.column + 1, limit: rect.columns - 1)
  }

  func line(columns: Int) -> StyledLine {
    let bindings = KeyTable.bindings(in: context).filter { $0.footer != nil && (!isEmpty || Self.usefulWhenEmpty.contains($0.command)) }
    let ranked = bindings.sorted { rank($0.command) < rank($1.command) }
    var used = 0
    var chosen: Set<KeyBinding> = []
    for binding in ranked {
      let width = TextWidth.columns(of: binding.shortLabel) + 1 + (binding.footer ?? "").count + (chosen.isEmpty ? 0 : 2)
      guard used + width <= columns else { break }
      used += width
      chosen.insert(binding)
    }
    var spans: [StyledSpan] = []
    // The help stands first, the way out last, the others in the table's order.
    let shown = bindings.filter(chosen.contains).sorted { place($0.command) < place($1.command) }
    for binding in shown {
      if !spans.isEmpty { spans.append(StyledSpan("  ")) }
      let target = binding.keys.first.map(ClickTarget.key)
      spans += [
        StyledSpan(binding.shortLabel, theme.accent, target: target), StyledSpan(" " + (binding.footer ?? ""), target: target),
      ]
    }
    return StyledLine(spans)
  }

  private static let usefulWhenEmpty: Set<Command> = [.showHelp, .compose, .showDeliveries, .leave]

  private func rank(_ command: Command) -> Int {
    Self.order.firstIndex(of: command) ?? Self.order.count
  }

  private func place(_ command: Command) -> Int {
    switch command {
    case .showHelp: 0
    case .leave, .close: 2
    default: 1
    }
  }
}
