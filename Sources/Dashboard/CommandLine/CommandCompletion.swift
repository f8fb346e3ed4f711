/// What Tab offers on the command line: names of acts, then their arguments.
enum CommandCompletion {
  /// Whole lines, the best first.
  static func lines(for line: String, in state: DashboardState) -> [String] {
    let text = CommandText(line)
    let isWordDone = line.hasSuffix(" ")
    guard let name = text.words.first, text.words.count > 1 || isWordDone else {
      return names(begun: text.words.first?.text ?? "").map { $0.name + ($0.parameters.isEmpty ? "" : " ") }
    }
    guard let act = try? NamedActs.named(name.text) else { return [] }
    let done = Array(text.words.dropFirst().dropLast(isWordDone ? 0 : 1))
    guard let (parameter, needsFlag) = parameter(of: act, after: done) else { return [] }
    var begun = isWordDone ? "" : text.words.last?.text ?? ""
    var head = isWordDone ? line : String(line.prefix((text.words.last?.column ?? 1) - 1))
    if parameter.kind == .rest, let first = done.first {
      begun = String(line.dropFirst(first.column - 1))
      head = String(line.prefix(first.column - 1))
    }
    return offers(parameter, needsFlag: needsFlag, of: act, begun: begun, in: state).map { head + $0 }
  }

  /// The acts whose name begins so, then those that have it somewhere.
  private static func names(begun: String) -> [NamedAct] {
    let first = NamedActs.all.filter { $0.name.hasPrefix(begun) }
    return first + NamedActs.all.filter { !$0.name.hasPrefix(begun) && $0.name.contains(begun) }
  }

  /// Which parameter the next word is for, and whether its flag comes first; `nil` when there is none left.
  private static func parameter(of act: NamedAct, after words: [CommandText.Word]) -> (ActParameter, needsFlag: Bool)? {
    var rest = words[...]
    for parameter in act.parameters {
      if parameter.kind == .rest { return (parameter, false) }
      if let flag = parameter.flag {
        if rest.isEmpty { return (parameter, true) }
        guard rest.first?.text == flag else { continue }
        rest.removeFirst()
      }
      if rest.isEmpty { return (parameter, false) }
      rest.removeFirst()
    }
    return nil
  }

  private static func offers(
    _ parameter: ActParameter, needsFlag: Bool, of act: NamedAct, begun: String, in state: DashboardState
  ) -> [String] {
    if needsFlag, let flag = parameter.flag { return flag.hasPrefix(begun) ? [flag + " "] : [] }
    let offered: [String] =
      switch parameter.kind {
      case .choice(let words): words
      case .capture: state.table.selectedID.map { [String($0)] } ?? []
      case .target: state.knownTargets
      case .file, .rest: []
      }
    return offered.filter { $0.hasPrefix(begun) && $0 != begun } + act.completion(begun, state)
  }
}

extension DashboardState {
  /// The targets that are at hand: this dashboard's own listeners, and the domain that catalogs send to.
  var knownTargets: [String] {
    listeners.map(\.url) + (composeContext.configuredTarget.map { [$0] } ?? [])
  }
}
