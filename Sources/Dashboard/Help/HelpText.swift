import EventRecords
import TerminalSurface

/// The help's lines, made from the key table, the acts that have names, and the marks that the views draw.
enum HelpText {
  /// `entry` tells what the line of a key runs in the pane that the help is for, and `named` what that of an act runs.
  static func lines(
    context: KeyContext, surroundings: HelpSurroundings, theme: Theme, entry run: (KeyBinding) -> ActEntry?,
    named: (NamedAct) -> ActEntry
  ) -> [HelpLine] {
    var lines: [HelpLine] = []
    func tell(_ line: StyledLine) { lines.append(HelpLine(text: line)) }
    func heading(_ text: String) {
      if !lines.isEmpty { tell(StyledLine()) }
      lines.append(HelpLine(text: StyledLine(" " + text, theme.strong), isHeading: true))
    }
    func entry(_ left: String, _ right: String, _ style: Style? = nil, runs deed: ActEntry? = nil) {
      let gap = String(repeating: " ", count: max(1, 14 - TextWidth.columns(of: left)))
      let line = StyledLine([StyledSpan("   "), StyledSpan(left, style ?? theme.accent), StyledSpan(gap + right)])
      lines.append(HelpLine(text: line, entry: deed))
    }

    let others = KeyContext.allCases.filter { $0 != context && $0 != .help }
    var told: Set<KeyBinding> = []
    for place in [context] + others + [.help] {
      let bindings = KeyTable.bindings(in: place).filter { !told.contains($0) }
      guard !bindings.isEmpty else { continue }
      heading(place == context ? "Keys: \(place.title)" : "Keys: \(place.title), besides those above")
      for binding in bindings { entry(binding.label, binding.help, runs: place == .help ? nil : run(binding)) }
      told.formUnion(bindings)
    }

    heading("Acts by name, after \(KeyTable.firstLabel(of: .openCommandLine))")
    for act in NamedActs.all { entry(act.usage, act.help, runs: named(act)) }

    heading("Signs at the left of the table")
    for (sign, meaning) in [("▶", "the selected row"), ("*", "a marked row"), ("✱", "a row that is both")] {
      entry(sign, meaning, theme.strong)
    }
    heading("Signs in column A")
    for (sign, meaning) in [
      ("+", "create"), ("~", "update"), ("-", "delete"), (">", "rename"), (".", "any other action"),
      ("?", "no event: the request was rejected"),
    ] {
      entry(sign, meaning, theme.strong)
    }
    heading("Flags")
    for sign in Sign.allCases { entry(sign.example, sign.meaning(surroundings.signLimits), theme.style(of: sign)) }
    heading("Listeners")
    for (health, meaning) in [
      (ListenerStatus.Health.healthy, "healthy: a request to it was just answered"), (.starting, "starting: it was not checked yet"),
      (.failing(reason: ""), "failing: a request to it was not answered"),
    ] {
      let sign = health.sign(theme: theme)
      entry(sign.mark, meaning, sign.style)
    }
    heading("Filter")
    for form in FilterReference.all {
      entry(form.example, TextWidth.columns(of: form.example) < 14 ? form.meaning : "  " + form.meaning)
    }
    heading("Columns and counters")
    entry("LAG", "From the event's own timestamp to its arrival; negative when the sender's clock is ahead", theme.strong)
    entry("ST", "The HTTP status that the sender was answered with", theme.strong)
    entry("received", "All that is in the store: shown, held and hidden together", theme.strong)
    entry("held", "What arrived while the table is paused", theme.strong)
    entry("hidden", "What the filter leaves out", theme.strong)

    heading("Point a catalog here")
    for line in FirstStart.exportLines(listeners: surroundings.listeners, caBundlePath: surroundings.caBundlePath) {
      tell(StyledLine("   " + line))
    }
    for listener in surroundings.listeners { tell(StyledLine("   \(listener.url)")) }

    heading("Messages")
    if surroundings.notices.entries.isEmpty { tell(StyledLine("   none so far", theme.faint)) }
    for entry in surroundings.notices.entries.reversed() {
      let time = entry.at.map(surroundings.clock.time) ?? "        "
      tell(
        StyledLine([
          StyledSpan("   \(time)  ", theme.faint), StyledSpan(entry.notice.mark + entry.notice.text, entry.notice.style(theme: theme)),
        ]))
    }

    heading("hooktop \(surroundings.version)")
    tell(StyledLine("   store: \(surroundings.storePath ?? "in memory only, nothing is kept")"))
    return lines
  }
}
