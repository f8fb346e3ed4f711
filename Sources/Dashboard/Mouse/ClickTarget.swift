import EventRecords
import TerminalSurface

/// What a part of the screen stands for when it is clicked, or when the wheel turns over it. Whoever draws the part marks it.
enum ClickTarget: Sendable, Hashable {
  /// A part that the wheel scrolls, and that a click gives the keyboard to.
  enum Area: Sendable, Hashable {
    case table, detail
    /// Whatever has the keyboard: a view of one pane, the help, a menu, the palette.
    case keyboard
    /// What the compose form will send.
    case preview
  }

  case area(Area)
  /// A row of the table of events, or of a timeline.
  case capture(Int64)
  /// A row of the list of deliveries.
  case delivery(Int64)
  /// A tab of the detail, by its place.
  case tab(Int)
  /// A key that is shown: a click presses it.
  case key(Key)
  /// A line of the menu, of the palette or of the help, or of the list over the form.
  case entry(Int)
  case field(ComposeField)
  /// A value of a list of the statistics, by its place, and a bar of their histogram.
  case value(StatisticsField, Int)
  case bar(Int)
}
