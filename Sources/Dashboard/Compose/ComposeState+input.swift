import CatalogEvents
import TerminalSurface

extension ComposeState {
  mutating func update(_ input: InputEvent, in context: ComposeContext) -> ComposeResult {
    switch input {
    case .key(let key):
      let result = press(key, in: context)
      settleFocus(in: context)
      return result
    case .paste(let text):
      popUp = nil
      message = nil
      if let shape = focus.shape, var edited = self[focus] {
        edited.paste(text, as: shape)
        self[focus] = edited
        settleFocus(in: context)
      }
    case .resized, .focusChanged, .mouse:
      break
    }
    return ComposeResult()
  }

  private mutating func press(_ key: Key, in context: ComposeContext) -> ComposeResult {
    if popUp != nil, pressInPopUp(key, in: context) { return ComposeResult() }
    let command = KeyTable.command(for: key, in: .compose)
    let asked = message
    message = nil
    if command == .fire || (focus == .fire && isPress(key)) { return fire(in: context, asked: asked) }
    if key == .escape, case .question = asked { return ComposeResult() }
    if focus == .close, isPress(key) { return close(in: context) }
    if edit(key) { return ComposeResult() }

    switch command {
    case .nextField: key == .down ? moveFocusByLine(1, in: context) : moveFocus(by: 1, in: context)
    case .previousField: key == .up ? moveFocusByLine(-1, in: context) : moveFocus(by: -1, in: context)
    case .nextChoice: choose(1, in: context)
    case .previousChoice: choose(-1, in: context)
    case .addRow: addRow()
    case .removeRow: removeRow()
    case .close: return close(in: context)
    case .confirm: confirm(in: context)
    case .pageDown: scrollPreview(by: 1, in: context)
    case .pageUp: scrollPreview(by: -1, in: context)
    case .cancelOrder:
      if let order = orders.first(where: { !$0.isEnded }) { return ComposeResult(effects: [.cancelSend(order: order.order)]) }
    default: break
    }
    return ComposeResult()
  }

  /// Whether a key presses the button that has the keyboard.
  private func isPress(_ key: Key) -> Bool {
    key == .enter || key == .character(" ")
  }

  /// Gives the key to the text under the keyboard; `false` when it means nothing there.
  private mutating func edit(_ key: Key) -> Bool {
    guard let shape = focus.shape, var text = self[focus] else { return false }
    if focus.takesType, text.isCursorAtEnd, key == .right || key == .end {
      text.insert(ArrowType.completion(of: text.text))
      self[focus] = text
      return true
    }
    guard text.take(key, as: shape) else { return false }
    self[focus] = text
    return true
  }

  /// Does what Enter means in the field that has the keyboard.
  private mutating func confirm(in context: ComposeContext) {
    switch focus {
    case .kind:
      popUp = PopUpList(entries: EventKind.all.map(\.title), selected: EventKind.all.firstIndex(of: kind) ?? 0)
    case .target:
      let choices = TargetChoice.available(in: context)
      popUp = PopUpList(
        entries: choices.map { $0.label(in: context) }, selected: choices.firstIndex(of: target(in: context)) ?? 0)
    case .schema(.cell(_, .value)):
      popUp = PopUpList(entries: ArrowType.offered, selected: ArrowType.index(nearest: self[focus]?.text ?? ""))
    case .properties(.add), .schema(.add): addRow()
    default: moveFocus(by: 1, in: context)
    }
  }

  /// Gives the key to the list over the form; `false` when it has closed and the key is the form's.
  private mutating func pressInPopUp(_ key: Key, in context: ComposeContext) -> Bool {
    guard var list = popUp else { return false }
    switch list.update(key) {
    case .stays: popUp = list
    case .left: popUp = nil
    case .passed:
      popUp = nil
      return false
    case .taken(let index):
      popUp = nil
      take(index, in: context)
    }
    return true
  }

  private mutating func take(_ index: Int, in context: ComposeContext) {
    switch focus {
    case .kind: take(EventKind.all[index])
    case .target:
      // A listener may have come or gone while the list was open.
      let choices = TargetChoice.available(in: context)
      if choices.indices.contains(index) { target = choices[index] }
    default: self[focus] = EditableText(ArrowType.offered[index])
    }
  }

  private mutating func take(_ kind: EventKind) {
    self.kind = kind
    prepareData()
    previewTop = nil
  }

  /// Goes on among the choices of the field, round at the ends.
  private mutating func choose(_ step: Int, in context: ComposeContext) {
    switch focus {
    case .kind:
      let kinds = EventKind.all
      let index = kinds.firstIndex(of: kind) ?? 0
      take(kinds[(index + step + kinds.count) % kinds.count])
    case .target:
      let choices = TargetChoice.available(in: context)
      let index = choices.firstIndex(of: target(in: context)) ?? 0
      target = choices[(index + step + choices.count) % choices.count]
    case .properties(.add), .schema(.add): if step > 0 { addRow() }
    case .fire: focus = .close
    case .close: focus = .fire
    default: break
    }
  }

  private mutating func addRow() {
    switch focus {
    case .properties(let place): focus = .properties(properties.addRow(after: place))
    case .schema(let place): focus = .schema(schema.addRow(after: place))
    default: break
    }
  }

  private mutating func removeRow() {
    switch focus {
    case .properties(let place): focus = .properties(properties.removeRow(at: place))
    case .schema(let place): focus = .schema(schema.removeRow(at: place))
    default: break
    }
  }

  /// The form goes away; what was changed in it since it was last kept is kept for the next start, unless something in it is wrong:
  /// the form opens valid.
  mutating func close(in context: ComposeContext) -> ComposeResult {
    let values = values
    let isWrong = ComposeReview(self, in: context).issues.values.contains { $0.severity == .failure }
    guard values != keptValues, !isWrong else { return ComposeResult(closes: true) }
    let effects: [Effect] = [.keepForm(values)]
    keptValues = values
    return ComposeResult(effects: effects, closes: true)
  }
}
