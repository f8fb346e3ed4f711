import CNCurses

/// What keys send on terminals whose description in terminfo lacks them, or is another terminal's.
///
/// A key's sequence depends on more than TERM: inside tmux and screen, over ssh, and with a description that only resembles the terminal, the same
/// key comes in several forms. All of them are unambiguous, so all are understood everywhere; the description goes first.
enum KeySequences {
  static let all: [(sequence: String, key: hk_key)] = cursorKeys + editingKeys + functionKeys + reports

  /// The cursor keys in normal (CSI) and application (SS3) mode, and Home and End with them.
  private static let cursorKeys = ["[", "O"].flatMap { introducer in
    [
      ("A", HK_KEY_UP), ("B", HK_KEY_DOWN), ("C", HK_KEY_RIGHT), ("D", HK_KEY_LEFT), ("H", HK_KEY_HOME), ("F", HK_KEY_END),
    ].map { (sequence: "\u{1B}\(introducer)\($0.0)", key: $0.1) }
  }

  private static let editingKeys: [(sequence: String, key: hk_key)] = [
    // vt220, screen, tmux, linux: by number; rxvt counts Home and End differently.
    ("\u{1B}[1~", HK_KEY_HOME), ("\u{1B}[4~", HK_KEY_END), ("\u{1B}[7~", HK_KEY_HOME), ("\u{1B}[8~", HK_KEY_END),
    ("\u{1B}[2~", HK_KEY_INSERT), ("\u{1B}[3~", HK_KEY_DELETE), ("\u{1B}[5~", HK_KEY_PAGE_UP), ("\u{1B}[6~", HK_KEY_PAGE_DOWN),
    ("\u{1B}[Z", HK_KEY_BACK_TAB),
    ("\u{1B}OM", HK_KEY_ENTER),
  ]

  private static let functionKeys =
    // F1 to F4 as a vt100's PF keys; F1 to F5 as the Linux console sends them; all of them by number.
    zip("PQRS", 0...).map { (sequence: "\u{1B}O\($0)", key: function($1)) }
    + zip("ABCDE", 0...).map { (sequence: "\u{1B}[[\($0)", key: function($1)) }
    + zip([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24], 0...).map { (sequence: "\u{1B}[\($0)~", key: function($1)) }

  private static let reports: [(sequence: String, key: hk_key)] = [
    ("\u{1B}[200~", HK_KEY_PASTE_BEGIN), ("\u{1B}[I", HK_KEY_FOCUS_IN), ("\u{1B}[O", HK_KEY_FOCUS_OUT),
    ("\u{1B}[<", HK_KEY_MOUSE), ("\u{1B}[M", HK_KEY_OLD_MOUSE),
  ]

  private static func function(_ index: UInt32) -> hk_key {
    hk_key(rawValue: HK_KEY_F1.rawValue + index)
  }
}
