import EventRecords
import TerminalSurface

extension MenuState {
  /// What can be copied of a capture. `capture` is `nil` while it is not at hand: whoever carries the copy out then says what there is not.
  static func copying(_ id: Int64, _ capture: Capture?, value: [UInt8]?, path: String?) -> MenuState {
    let hasBody = capture.map { $0.body != nil } ?? true
    let noBody = hasBody ? nil : "its body was refused unread"
    let hasEvent = capture.map { $0.event != nil } ?? true
    let noCursor = "put the cursor on it in the Event tab first"
    return MenuState(
      title: "Copy from #\(id)",
      entries: [
        MenuEntry(key: "b", label: "body, its exact bytes", act: .copy(.body), obstacle: noBody),
        MenuEntry(key: "i", label: "body, indented", act: .copy(.indentedBody), obstacle: noBody),
        MenuEntry(key: "c", label: "curl command that sends it again", act: .copy(.curl), obstacle: noBody),
        MenuEntry(
          key: "s", label: "hooktop send line for the same event", act: .copy(.send), obstacle: hasEvent ? nil : "there is no event in it"),
        MenuEntry(key: "r", label: "hooktop replay line", act: .copy(.replay), obstacle: noBody),
        MenuEntry(
          key: "h", label: "a header …", act: .chooseHeader,
          obstacle: capture == nil ? "it is not loaded" : capture?.headers.isEmpty == true ? "it has none" : nil),
        MenuEntry(
          key: "v", label: "value under the cursor",
          act: .copy(.bytes(value ?? [], name: "the value")), obstacle: value == nil ? noCursor : nil),
        MenuEntry(
          key: "p", label: "path under the cursor" + (path.map { ": " + $0 } ?? ""),
          act: .copy(.bytes(Array((path ?? "").utf8), name: "the path")), obstacle: path == nil ? noCursor : nil),
      ])
  }

  /// The header lines of a capture, each to be copied. A secret one cannot be while secrets are masked.
  static func headers(of capture: Capture, mask: SecretMask, revealKey: String) -> MenuState {
    // Without the letters that move through the menu and close it.
    let keys = Array("123456789abcdefhilmnoprstuvwxyzABCDEFHILMNOPRSTUVWXYZ")
    let entries = zip(capture.headers.indices, capture.headers).prefix(keys.count).map { index, field in
      let shown = mask(field)
      return MenuEntry(
        key: keys[index], label: TextWidth.truncate("\(shown.name): \(shown.displayText)", to: 60), act: .copy(.header(index)),
        obstacle: shown == field ? nil : "secret: \(revealKey) shows secrets")
    }
    return MenuState(title: "Copy a header of #\(capture.id)", entries: Array(entries))
  }
}
