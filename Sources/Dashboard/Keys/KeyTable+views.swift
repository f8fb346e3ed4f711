import TerminalSurface

/// The keys of the statistics and of the timeline.
extension KeyTable {
  static let statistics = [
    KeyBinding(.showStatistics, [.character("3")], in: [.table, .detail, .deliveries], footer: "statistics", "Show the statistics"),
    KeyBinding(.showStatistics, [.character("3")], in: [.statistics], "Show the statistics"),
    KeyBinding(.showEvents, [.character("1")], in: [.statistics], footer: "events", "Show the events"),
    KeyBinding(.showDeliveries, [.character("2")], in: [.statistics], footer: "deliveries", "Show the deliveries"),
    KeyBinding(.nextPane, [.tab], in: [.statistics], footer: "next list", "Go to the next list"),
    KeyBinding(.previousPane, [.backTab], in: [.statistics], "Go to the list before"),
    KeyBinding(.moveDown, [.character("j"), .down], in: [.statistics], "Go to the next value of the list"),
    KeyBinding(.moveUp, [.character("k"), .up], in: [.statistics], "Go to the value before"),
    KeyBinding(.moveLeft, [.left, .character("h")], in: [.statistics], footer: "earlier", "Go to the bar before"),
    KeyBinding(.moveRight, [.right, .character("l")], in: [.statistics], "Go to the next bar"),
    KeyBinding(.pageDown, [.pageDown], in: [.statistics], "Go on by ten values or bars"),
    KeyBinding(.pageUp, [.pageUp], in: [.statistics], "Go back by ten values or bars"),
    KeyBinding(.moveToStart, [.character("g"), .home], in: [.statistics], "Go to the first value or bar"),
    KeyBinding(.moveToEnd, [.character("G"), .end], in: [.statistics], "Go to the last value or bar"),
    KeyBinding(
      .startSpan, [.character(" ")], in: [.statistics], footer: "span", "Choose a span of time from this bar on; again to give it up"),
    KeyBinding(.openDetail, [.enter], in: [.statistics], footer: "show", "Show the events of the value or span: they are filtered by it"),
    KeyBinding(.excludeValue, [.character("x")], in: [.statistics], footer: "exclude", "Leave the value or span out by the filter"),
    KeyBinding(.back, [.escape], in: [.statistics], "Give up the span, or go back to the events"),
    KeyBinding(.leave, [.character("q")], in: [.statistics], footer: "back", "Go one step back"),
    KeyBinding(.quit, [.character("Q")], in: [.statistics], "Quit; asks first while something is being sent"),
  ]

  static let deliveryTabs = [
    KeyBinding(
      .openFilter, [.character("/")], in: [.deliveries], footer: "filter", "Filter the deliveries while typing; Esc takes the filter away"),
    KeyBinding(
      .nextTab, [.character("]")], in: [.deliveries], footer: "tab", "Show the next tab of the delivery: all of it, the request, the answer"
    ),
    KeyBinding(.previousTab, [.character("[")], in: [.deliveries], "Show the previous tab of the delivery"),
  ]

  static let timeline = [
    KeyBinding(.foldAttempts, [.character("z")], in: [.table], "Fold the attempts of each Cloud Tasks task into one row, or unfold them"),
    KeyBinding(.showTimeline, [.character("t")], in: [.table, .detail], footer: "timeline", "Tell all that happened to the resource"),
    KeyBinding(.moveDown, [.character("j"), .down], in: [.timeline], "Go to the next event"),
    KeyBinding(.moveUp, [.character("k"), .up], in: [.timeline], "Go to the event before"),
    KeyBinding(.pageDown, [.pageDown, .character(" ")], in: [.timeline], "Go on by some events"),
    KeyBinding(.pageUp, [.pageUp], in: [.timeline], "Go back by some events"),
    KeyBinding(.moveToStart, [.character("g"), .home], in: [.timeline], "Go to the oldest event"),
    KeyBinding(.moveToEnd, [.character("G"), .end], in: [.timeline], "Go to the newest event"),
    KeyBinding(.openDetail, [.enter], in: [.timeline], footer: "go to it", "Go to the event in the table"),
    KeyBinding(.back, [.escape], in: [.timeline], "Close the timeline"),
    KeyBinding(.leave, [.character("q"), .character("t")], in: [.timeline], footer: "close", "Close the timeline"),
  ]
}
