import TerminalSurface

/// One line of the key table: keys, where they work, and what they do there.
struct KeyBinding: Sendable, Hashable {
  var command: Command
  /// Any of them will do; the first is the one that the footer names.
  var keys: [Key]
  var contexts: Set<KeyContext>
  /// The word beside the key in the footer; `nil` keeps it out of there.
  var footer: String?
  /// What it does, as a sentence without its full stop.
  var help: String

  init(_ command: Command, _ keys: [Key], in contexts: Set<KeyContext>, footer: String? = nil, _ help: String) {
    self.command = command
    self.keys = keys
    self.contexts = contexts
    self.footer = footer
    self.help = help
  }

  /// Every key of it, as shown: `j ↓`.
  var label: String {
    keys.map(\.label).joined(separator: " ")
  }

  /// The key that the footer names.
  var shortLabel: String {
    keys.first?.label ?? ""
  }
}

extension Key {
  /// The key as it is written in the footer, the help and the README: `Ctrl-D`, `PgUp`, `↓`.
  var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    }
  }
}
