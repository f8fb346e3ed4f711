import TerminalSurface

/// Something that can be run from a list: an act with a name, or what a key does where the keyboard is.
struct ActEntry: Sendable, Hashable {
  enum Deed: Sendable, Hashable {
    case named(String)
    case key(Key)
  }

  var deed: Deed
  /// The keys that do it where the list was opened; empty when none does.
  var keys: String
  /// What is typed on the command line; empty when it has no name.
  var usage: String
  /// What it does, as a sentence without its full stop.
  var help: String
  /// Why it cannot be done now; `nil` when it can.
  var obstacle: String?
}

extension DashboardState {
  /// All that can be run where the keyboard is: the acts with names, then what else the keys do there.
  var entries: [ActEntry] {
    let bindings = KeyTable.bindings(in: context)
    let named = NamedActs.all.map { entry(for: $0, bindings) }
    let commands = Set(NamedActs.all.compactMap(\.command)).union([.openPalette])
    return named + bindings.filter { !commands.contains($0.command) }.compactMap { entry(for: $0) }
  }

  func entry(for act: NamedAct, _ bindings: [KeyBinding]) -> ActEntry {
    let keys = bindings.filter { $0.command == act.command }.map(\.label).joined(separator: " ")
    return ActEntry(
      deed: .named(act.name), keys: keys, usage: ":" + act.usage, help: act.help,
      obstacle: act.obstacle(self) ?? act.command.flatMap(obstacle))
  }

  func entry(for binding: KeyBinding) -> ActEntry? {
    binding.keys.first.map {
      ActEntry(deed: .key($0), keys: binding.label, usage: "", help: binding.help, obstacle: obstacle(to: binding.command))
    }
  }

  /// Why what a key does would come to nothing now; `nil` when it would not.
  func obstacle(to command: Command) -> String? {
    switch command {
    case .openDetail where view == .events && table.selectedID == nil: "no event is selected"
    case .openDetail where view == .deliveries && deliveries.selectedID == nil: "no delivery is selected"
    case .nextPane where isDetailWhole, .previousPane where isDetailWhole: "the detail has the whole screen"
    case .nextPane where layout.detailBody == nil, .previousPane where layout.detailBody == nil: "the screen has room for one pane only"
    case .cancelOrder where openOrders.isEmpty: "nothing is being sent"
    default: nil
    }
  }

  /// Runs an entry and closes the list that it was in; an act that needs arguments is left on the command line to go on with.
  mutating func run(_ entry: ActEntry) -> [Effect] {
    if let obstacle = entry.obstacle {
      notices.post(Notice(.warning, obstacle), at: now)
      return []
    }
    overlay = nil
    switch entry.deed {
    case .key(let key): return press(key)
    case .named(let name):
      guard let named = NamedActs.all.first(where: { $0.name == name }) else { return [] }
      if named.needsArguments {
        openCommandLine(name + " ")
        return []
      }
      do throws(CommandFault) {
        return run(try named.act(ActArguments(all: named.parameters.map { _ in nil }), self), named)
      } catch {
        notices.post(Notice(.warning, error.text), at: now)
        return []
      }
    }
  }
}
