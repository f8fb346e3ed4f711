import TerminalSurface

/// Every key there is. The footer, the help, the README and the handling of keys all come from this one table.
enum KeyTable {
  private static let lists: Set<KeyContext> = [.table, .deliveries]
  private static let texts: Set<KeyContext> = [.detail, .difference, .review, .help]
  private static let scrolled: Set<KeyContext> = lists.union(texts)
  private static let views: Set<KeyContext> = [.table, .detail, .deliveries, .statistics]
  private static let everywhere = Set(KeyContext.allCases)

  /// In the order in which people are shown them.
  static let bindings: [KeyBinding] =
    movement + panes + reading + actions + captures + export + difference + form + overlays + statistics + deliveryTabs + timeline + program

  private static let movement = [
    KeyBinding(.moveDown, [.character("j"), .down], in: scrolled, "Move down by a row"),
    KeyBinding(.moveUp, [.character("k"), .up], in: scrolled, "Move up by a row"),
    KeyBinding(.pageDown, [.pageDown], in: lists, "Move down by a page"),
    KeyBinding(.pageDown, [.pageDown, .character(" ")], in: texts, "Move down by a page"),
    KeyBinding(.pageUp, [.pageUp], in: scrolled, "Move up by a page"),
    KeyBinding(.halfPageDown, [.control("d")], in: scrolled, "Move down by half a page"),
    KeyBinding(.halfPageUp, [.control("u")], in: scrolled, "Move up by half a page"),
    KeyBinding(.moveToStart, [.character("g"), .home], in: lists, "Go to the oldest row"),
    KeyBinding(.moveToEnd, [.character("G"), .end], in: lists, "Go to the newest row and follow"),
    KeyBinding(.moveToStart, [.character("g"), .home], in: texts, "Go to the beginning"),
    KeyBinding(.moveToEnd, [.character("G"), .end], in: texts, "Go to the end"),
  ]

  private static let panes = [
    KeyBinding(.openDetail, [.enter], in: lists, footer: "open", "Open the detail over the whole screen"),
    KeyBinding(.openDetail, [.enter], in: [.detail], "Open the detail over the whole screen; there, fold or unfold the value"),
    KeyBinding(.nextPane, [.tab], in: [.table, .detail], footer: "pane", "Go to the next pane"),
    KeyBinding(.previousPane, [.backTab], in: [.table, .detail], "Go to the previous pane"),
    KeyBinding(.nextTab, [.character("]")], in: [.table, .detail], footer: "tab", "Show the next tab of the detail"),
    KeyBinding(.previousTab, [.character("[")], in: [.table, .detail], "Show the previous tab of the detail"),
    KeyBinding(.growDetail, [.character("+")], in: [.table, .detail], "Give the detail more room"),
    KeyBinding(.shrinkDetail, [.character("_")], in: [.table, .detail], "Give the table more room"),
    KeyBinding(.showEvents, [.character("1")], in: [.table, .detail], "Show the events"),
    KeyBinding(.showEvents, [.character("1")], in: [.deliveries], footer: "events", "Show the events"),
    KeyBinding(.showDeliveries, [.character("2")], in: [.table, .detail], footer: "deliveries", "Show the deliveries"),
    KeyBinding(.showDeliveries, [.character("2")], in: [.deliveries], "Show the deliveries"),
  ]

  private static let reading = [
    KeyBinding(.search, [.character("/")], in: [.detail], footer: "search", "Search in this tab, also in what is folded"),
    KeyBinding(.nextMatch, [.character("n")], in: [.detail], "Go to the next match of the search"),
    KeyBinding(.previousMatch, [.character("N")], in: [.detail], "Go to the match before"),
    KeyBinding(.toggleFold, [.character("z")], in: [.detail], footer: "fold", "Fold or unfold the object or array under the cursor"),
    KeyBinding(.toggleAllFolds, [.character("Z")], in: [.detail], "Fold all but the outermost, or unfold all"),
    KeyBinding(.leaveValue, [.left, .character("h")], in: [.detail], "Fold what is open; from anything else go to what it lies in"),
    KeyBinding(.enterValue, [.right, .character("l")], in: [.detail], "Unfold what is folded; go into what is open"),
    KeyBinding(.nextValue, [.character("J")], in: [.detail], "Go to the next value, past all that is in this one"),
    KeyBinding(.previousValue, [.character("K")], in: [.detail], "Go to the value before, or to what this one lies in"),
    KeyBinding(.toggleWrapping, [.character("w")], in: [.detail], "Show long strings whole, or in one row each"),
    KeyBinding(.toggleBytes, [.character("b")], in: [.detail], "In Raw, show the body byte by byte, or as text"),
  ]

  private static let actions = [
    KeyBinding(.compose, [.character("c")], in: views, footer: "compose", "Compose a new event and send it"),
    KeyBinding(.toggleFollow, [.character("F")], in: [.table, .detail], footer: "follow", "Follow the newest event, or stop following"),
    KeyBinding(
      .togglePause, [.character("p")], in: [.table, .detail], footer: "pause",
      "Hold the table as it is, or let it go on; events are received all the same"),
    KeyBinding(.openFilter, [.character("/")], in: [.table], footer: "filter", "Filter the events while typing; Esc takes the filter away"),
    KeyBinding(.sortByNext, [.character(">")], in: [.table], "Sort by the next column"),
    KeyBinding(.sortByPrevious, [.character("<")], in: [.table], "Sort by the column before"),
    KeyBinding(.reverseSort, [.character("o")], in: [.table], "Turn the order of the list round"),
  ]

  private static let captures = [
    KeyBinding(.toggleMark, [.character(" ")], in: [.table], footer: "mark", "Mark the row or unmark it, and go to the next"),
    KeyBinding(.markRange, [.character("V")], in: [.table], "Mark all from the last mark to this row"),
    KeyBinding(.markAllShown, [.character("*")], in: [.table], "Mark all that the table shows"),
    KeyBinding(.unmarkAll, [.character("u")], in: [.table, .detail], "Unmark all"),
    KeyBinding(
      .replay, [.character("r")], in: [.table, .detail], footer: "replay",
      "Send what is marked again, or else the selected one, its bytes unchanged; asks where to"),
    KeyBinding(
      .compare, [.character("d")], in: [.table, .detail], footer: "compare",
      "Compare the two that are marked, or the marked and the selected one"),
    KeyBinding(
      .edit, [.character("e")], in: [.table, .detail], footer: "edit",
      "Edit the body in $VISUAL or $EDITOR, see what is different, and send it"),
    KeyBinding(
      .draftFromCapture, [.character("C")], in: [.table, .detail], "Open the compose form, filled from the event, to send a new one"),
    KeyBinding(.cancelOrder, [.control("x")], in: views, "Cancel the newest replay that is under way"),
  ]

  private static let export = [
    KeyBinding(
      .openCopyMenu, [.character("y")], in: [.table, .detail], footer: "copy",
      "Copy the body, a curl command, a header or a value, through the terminal"),
    KeyBinding(
      .openExportMenu, [.character("x")], in: [.table, .detail], footer: "export", "Write events to a file: JSON lines, CSV, HAR or curl"),
    KeyBinding(.toggleSecrets, [.character("S")], in: views, "Show what is secret in headers and URLs, or mask it again"),
  ]

  private static let difference = [
    KeyBinding(.nextChange, [.character("n")], in: [.difference, .review], footer: "next change", "Go to the next change"),
    KeyBinding(.previousChange, [.character("N")], in: [.difference, .review], "Go to the change before"),
    KeyBinding(
      .toggleTimestamp, [.character("t")], in: [.difference, .review], footer: "timestamp", "Let event.timestamp count, or not"),
    KeyBinding(
      .toggleOrder, [.character("o")], in: [.difference, .review], footer: "order", "Let the order of names count, or not"),
    KeyBinding(.confirm, [.enter], in: [.review], footer: "send", "Send it as it was edited; asks where to"),
    KeyBinding(.edit, [.character("e")], in: [.review], footer: "edit on", "Go on editing"),
  ]

  private static let form = [
    KeyBinding(.fire, [.function(5), .control("f")], in: [.compose], footer: "fire", "Send what the form holds"),
    KeyBinding(.nextField, [.tab, .down], in: [.compose], footer: "next field", "Go to the next field"),
    KeyBinding(.previousField, [.backTab, .up], in: [.compose], "Go to the previous field"),
    KeyBinding(.nextChoice, [.right, .character(" ")], in: [.compose], "Take the next choice, in a field that offers some"),
    KeyBinding(.previousChoice, [.left], in: [.compose], "Take the choice before, in a field that offers some"),
    KeyBinding(
      .confirm, [.enter], in: [.compose], "Press the button, list the choices, or go to the next field; in a long text, a new line"),
    KeyBinding(.addRow, [.control("n")], in: [.compose], footer: "add row", "Add a property or a schema field"),
    KeyBinding(.removeRow, [.control("d")], in: [.compose], footer: "remove row", "Remove the property or schema field"),
    KeyBinding(.pageDown, [.pageDown], in: [.compose], footer: "preview", "Scroll down in the preview of what will be sent"),
    KeyBinding(.pageUp, [.pageUp], in: [.compose], "Scroll up in the preview of what will be sent"),
    KeyBinding(.cancelOrder, [.control("x")], in: [.compose], footer: "cancel sending", "Cancel the newest order that is under way"),
    KeyBinding(.close, [.escape], in: [.compose], footer: "close", "Close the form; its values are kept"),
  ]

  private static let overlays = [
    KeyBinding(.moveDown, [.down, .character("j")], in: [.menu], "Go to the next entry"),
    KeyBinding(.moveUp, [.up, .character("k")], in: [.menu], "Go to the entry before"),
    KeyBinding(.confirm, [.enter], in: [.menu], footer: "do it", "Carry out the entry; its letter does so at once"),
    KeyBinding(.close, [.escape], in: [.prompt], footer: "cancel", "Close the line"),
    KeyBinding(.confirm, [.enter], in: [.prompt], footer: "take", "Take what was typed"),
    KeyBinding(.previousEntry, [.up], in: [.prompt], footer: "earlier", "Go to the line typed before"),
    KeyBinding(.nextEntry, [.down], in: [.prompt], "Go to the line typed after"),
    KeyBinding(.complete, [.tab], in: [.prompt], footer: "complete", "Complete what was begun; again for the next that fits"),
    KeyBinding(.moveDown, [.down, .control("n")], in: [.palette], "Go to the next entry"),
    KeyBinding(.moveUp, [.up, .control("p")], in: [.palette], "Go to the entry before"),
    KeyBinding(.pageDown, [.pageDown], in: [.palette], "Move down by a page"),
    KeyBinding(.pageUp, [.pageUp], in: [.palette], "Move up by a page"),
    KeyBinding(
      .confirm, [.enter], in: [.palette], footer: "run it", "Run the entry; one that needs arguments is typed on the command line for you"),
    KeyBinding(.close, [.escape], in: [.palette], footer: "close", "Close the palette"),
    KeyBinding(.confirm, [.enter], in: [.help], footer: "run it", "Run what the line under the cursor tells"),
    KeyBinding(.search, [.character("/")], in: [.help], footer: "search", "Search in the help"),
    KeyBinding(.nextMatch, [.character("n")], in: [.help], "Go to the next match of the search"),
    KeyBinding(.previousMatch, [.character("N")], in: [.help], "Go to the match before"),
  ]

  private static let program = [
    KeyBinding(.openCommandLine, [.character(":")], in: views, "Type an act by its name; Tab completes it"),
    KeyBinding(.openPalette, [.control("p")], in: views.union([.compose]), "Search all acts and keys, and run one"),
    KeyBinding(.showHelp, [.character("?"), .function(1)], in: views, footer: "help", "Show the help for this pane"),
    KeyBinding(.showHelp, [.function(1)], in: [.compose], footer: "help", "Show the help for this pane"),
    KeyBinding(.back, [.escape], in: scrolled, "Go one step back"),
    KeyBinding(.leave, [.escape, .character("q")], in: [.menu], footer: "close", "Close the menu"),
    KeyBinding(.leave, [.character("q")], in: [.table], footer: "quit", "Quit; asks first while something is being sent"),
    KeyBinding(.leave, [.character("q")], in: [.detail, .deliveries], footer: "back", "Go one step back"),
    KeyBinding(.leave, [.character("q")], in: [.difference], footer: "close", "Close the difference"),
    KeyBinding(.leave, [.character("q")], in: [.review], footer: "do not send", "Close it; nothing is sent"),
    KeyBinding(.leave, [.character("q"), .character("?"), .function(1)], in: [.help], footer: "close", "Close the help"),
    KeyBinding(.quit, [.character("Q")], in: scrolled, "Quit; asks first while something is being sent"),
    KeyBinding(.quit, [.control("c")], in: everywhere, "Quit; asks first while something is being sent, and quits at the second press"),
    KeyBinding(.redraw, [.control("l")], in: everywhere, "Draw the screen anew"),
    KeyBinding(.suspend, [.control("z")], in: everywhere, "Suspend hooktop: nothing is received until `fg`"),
  ]

  /// The key that is named first for a command; empty when it has none there.
  static func shortLabel(of command: Command, in context: KeyContext) -> String {
    bindings.first { $0.command == command && $0.contexts.contains(context) }?.shortLabel ?? ""
  }

  /// The key that is named first for a command, wherever it has one; empty when it has none.
  static func firstLabel(of command: Command) -> String {
    bindings.first { $0.command == command }?.shortLabel ?? ""
  }

  /// What `key` asks for where `context` has the keyboard; `nil` when nothing is bound to it there.
  static func command(for key: Key, in context: KeyContext) -> Command? {
    bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }?.command
  }

  /// The bindings that work in `context`, in the table's order.
  static func bindings(in context: KeyContext) -> [KeyBinding] {
    bindings.filter { $0.contexts.contains(context) }
  }

  /// The key table as the README shows it, in Markdown.
  static var markdown: String {
    let rows = bindings.map { binding in
      let place =
        binding.contexts == everywhere
        ? "everywhere" : KeyContext.allCases.filter(binding.contexts.contains).map(\.title).joined(separator: ", ")
      let keys = binding.keys.map { "`\($0.label)`" }.joined(separator: " ")
      return "| \(keys) | \(place) | \(binding.help) |"
    }
    return (["| key | where | does |", "| --- | --- | --- |"] + rows).joined(separator: "\n") + "\n"
  }
}
