import EventRecords

/// Every act that has a name. The command line, its completion, the palette, the help and the README all come from this one table.
enum NamedActs {
  /// In the order in which people are shown them.
  static let all: [NamedAct] = events + captures + export + views + program

  private static let onOff = ActParameter(label: "on|off", kind: .choice(["on", "off"]), isOptional: true)

  private static let events = [
    NamedAct(
      name: "goto", parameters: [ActParameter(label: "ID", kind: .capture)], help: "Go to a capture by its number",
      obstacle: { $0.isFirstStart ? "nothing was received yet" : nil },
      act: { arguments, _ in .goTo(capture: arguments.capture(0) ?? 0) }),
    NamedAct(
      name: "filter", parameters: [ActParameter(label: "FILTER", kind: .rest, isOptional: true)],
      help: "Show only the events that a filter matches; without one, all", command: .openFilter,
      act: { arguments, state throws(CommandFault) in
        let text = arguments.text(0) ?? ""
        do throws(FilterError) {
          _ = try Filter(text, timeZone: state.environment.timeZone)
        } catch {
          throw arguments.fault(0, offset: error.column - 1, error.message)
        }
        return .filter(text)
      }),
    NamedAct(
      name: "follow", parameters: [onOff], help: "Follow the newest event, or stop following", command: .toggleFollow,
      act: { arguments, _ in arguments.text(0).map { .follow($0 == "on") } ?? .command(.toggleFollow) }),
    NamedAct(
      name: "pause", parameters: [onOff], help: "Hold the table as it is, or let it go on", command: .togglePause,
      obstacle: { $0.view == .events ? nil : "only the table of events can be held" },
      act: { arguments, _ in arguments.text(0).map { .pause($0 == "on") } ?? .command(.togglePause) }),
    NamedAct(
      name: "fold", parameters: [onOff], help: "Fold the attempts of each Cloud Tasks task into one row, or unfold them",
      command: .foldAttempts, act: { arguments, state in .fold(arguments.text(0).map { $0 == "on" } ?? !state.table.foldsAttempts) }),
    NamedAct(
      name: "timeline", help: "Tell all that happened to the resource", command: .showTimeline,
      obstacle: { $0.table.selected?.event == nil ? "no event is selected" : nil }, act: { _, _ in .command(.showTimeline) }),
  ]

  private static let views = [
    command("events", .showEvents, help: "Show the events"),
    command("deliveries", .showDeliveries, help: "Show the deliveries"),
    command("statistics", .showStatistics, help: "Show the statistics"),
    command("compose", .compose, help: "Compose a new event and send it", leavesFormOpen: true),
  ]

  private static let program = [
    NamedAct(
      name: "theme", parameters: [ActParameter(label: "NAME", kind: .choice(["colours", "none"]))],
      help: "Show the screen in colours, or without any", leavesFormOpen: true,
      obstacle: { $0.environment.usesColor ? nil : "this terminal shows no colours, or NO_COLOR is set" },
      act: { arguments, _ in .useColor(arguments.text(0) == "colours") }),
    NamedAct(
      name: "mouse", parameters: [ActParameter(label: "on|off", kind: .choice(["on", "off"]))],
      help: "Click and scroll here, or leave the mouse to the terminal, so that text can be selected with it", leavesFormOpen: true,
      act: { arguments, _ in .useMouse(arguments.text(0) == "on") }),
    command("help", .showHelp, help: "Show the help for this pane", leavesFormOpen: true),
    command("redraw", .redraw, help: "Draw the screen anew", leavesFormOpen: true),
    command("suspend", .suspend, help: "Suspend hooktop: nothing is received until `fg`", leavesFormOpen: true),
    command("quit", .quit, help: "Quit; asks first while something is being sent", leavesFormOpen: true),
  ]

  /// An act without arguments that a key does too.
  static func command(_ name: String, _ command: Command, help: String, leavesFormOpen: Bool = false) -> NamedAct {
    NamedAct(name: name, help: help, command: command, leavesFormOpen: leavesFormOpen, act: { _, _ in .command(command) })
  }
}

extension NamedActs {
  /// The act that a word names: in full, or by a beginning that no other has.
  static func named(_ word: String) throws(CommandFault) -> NamedAct {
    if let act = all.first(where: { $0.name == word }) { return act }
    let begun = word.isEmpty ? [] : all.filter { $0.name.hasPrefix(word) }
    if begun.count == 1 { return begun[0] }
    let names = (begun.isEmpty ? all : begun).map(\.name)
    guard begun.isEmpty else {
      throw CommandFault(column: nil, text: "\(word) may be \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")")
    }
    let nearest = NearestName.of(word, among: names).map { ", did you mean \($0)?" } ?? ""
    throw CommandFault(column: nil, text: "there is no act \(word)" + nearest)
  }

  /// The acts as the README shows them, in Markdown.
  static var markdown: String {
    let rows = all.map { act in
      let key = act.command.map(KeyTable.firstLabel) ?? ""
      return "| `:\(act.usage.replacing("|", with: "\\|"))` | \(key.isEmpty ? "" : "`\(key)`") | \(act.help) |"
    }
    return (["| act | key | does |", "| --- | --- | --- |"] + rows).joined(separator: "\n") + "\n"
  }
}
