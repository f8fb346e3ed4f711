import TerminalSurface

extension DashboardState {
  /// How many lines the command line remembers.
  private static let historyLimit = 100

  /// Opens the command line, with a text to go on with.
  mutating func openCommandLine(_ text: String = "") {
    var prompt = PromptState(
      .command, label: ":", text: text, placeholder: "an act, as in \(NamedActs.all.first?.usage ?? "")", history: commandHistory)
    prompt.hint = Self.hint(for: text)
    overlay = .prompt(prompt)
  }

  /// Takes what became of the command line.
  mutating func takeCommandLine(_ outcome: PromptState.Outcome, _ prompt: PromptState) -> [Effect] {
    var prompt = prompt
    switch outcome {
    case .stays: return []
    case .left:
      overlay = nil
      return []
    case .completionWanted:
      guard prompt.complete(with: CommandCompletion.lines(for: prompt.text, in: self)) == .edited else { return [] }
    case .edited: break
    case .accepted:
      guard !prompt.text.allSatisfy({ $0 == " " || $0 == ":" }) else {
        overlay = nil
        return []
      }
      do throws(CommandFault) {
        return try runLine(prompt.text)
      } catch {
        prompt.issue = PromptState.Issue(column: error.column, text: error.text)
        overlay = .prompt(prompt)
        return []
      }
    }
    prompt.issue = nil
    prompt.hint = Self.hint(for: prompt.text)
    overlay = .prompt(prompt)
    return []
  }

  private static func hint(for line: String) -> String {
    guard let name = CommandText(line).words.first?.text, let act = try? NamedActs.named(name) else { return "" }
    return act.parameters.isEmpty ? act.help : "\(act.usage)   \(act.help)"
  }

  /// Carries out what a line says and closes the command line; when it cannot be carried out, nothing is changed.
  private mutating func runLine(_ line: String) throws(CommandFault) -> [Effect] {
    let text = CommandText(line)
    let (named, arguments) = try text.parsed()
    if let obstacle = named.obstacle(self) { throw CommandFault(column: text.words.first?.column, text: obstacle) }
    let act = try named.act(arguments, self)
    overlay = nil
    commandHistory.removeAll { $0 == line }
    commandHistory = (commandHistory + [line]).suffix(Self.historyLimit)
    return run(act, named)
  }

  /// Carries out an act of the table, in sight.
  mutating func run(_ act: Act, _ named: NamedAct) -> [Effect] {
    var effects: [Effect] = []
    if isComposing, !named.leavesFormOpen { effects += closeForm() }
    return effects + perform(act)
  }

  /// Says so when the capture that was to be gone to is not in the table.
  mutating func tellWhatWasMissed() {
    guard let id = table.takeMissed() else { return }
    let place =
      table.filter != nil
      ? "not among the events that the filter shows"
      : table.isPaused ? "not among the events that the paused table shows" : "not in the store"
    notices.post(Notice(.warning, "#\(id) is \(place)"), at: now)
  }
}
