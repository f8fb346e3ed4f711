import CatalogEvents
import TerminalSurface

/// What the operator was told, the newest last: shown for some seconds, and kept for reading again.
struct NoticeLog: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    var notice: Notice
    /// When it was told; `nil` before the first tick.
    var at: Timestamp?
  }

  static let limit = 100
  /// For how many milliseconds a notice is shown.
  static let showTime: Int64 = 6_000

  private(set) var entries: [Entry] = []

  mutating func post(_ notice: Notice, at now: Timestamp?) {
    entries.append(Entry(notice: notice, at: now))
    if entries.count > Self.limit { entries.removeFirst(entries.count - Self.limit) }
  }

  /// The notice to show at a moment.
  func current(at now: Timestamp?) -> Notice? {
    guard let last = entries.last else { return nil }
    guard let at = last.at, let now else { return last.notice }
    return now.milliseconds(since: at) < Self.showTime ? last.notice : nil
  }
}

extension Notice {
  /// The mark that tells how serious it is, also without colours.
  var mark: String {
    switch severity {
    case .information: ""
    case .warning: "! "
    case .failure: "✗ "
    }
  }

  func style(theme: Theme) -> Style {
    switch severity {
    case .information: theme.text
    case .warning: theme.warning
    case .failure: theme.failure
    }
  }
}
