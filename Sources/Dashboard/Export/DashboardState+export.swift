import CatalogEvents
import EventRecords

extension DashboardState {
  /// All that the table shows, as a selection that takes the memory of a page.
  private var everythingShown: ExportOrder.Selection {
    var request = table.everything(limit: 200)
    request.position = .oldest
    return .shown(request, count: table.counters.shown)
  }

  /// What is exported when nothing else is said: what is marked, or else all that is shown.
  private var standingSelection: ExportOrder.Selection {
    marks.isEmpty ? everythingShown : .captures(marks.inOrder)
  }

  mutating func openExportMenu() {
    overlay = .menu(.exporting(marked: marks.inOrder, shown: everythingShown, selected: table.selectedID))
  }

  /// Opens the line in which the file is named.
  mutating func askForFile(_ selection: ExportOrder.Selection, _ format: ExportFormat) {
    overlay = .prompt(
      PromptState(
        .exportFile(selection, format), label: "Export \(selection.name) as \(format.rawValue) to",
        text: standingFileName(of: selection, format), placeholder: "the name of a new file", history: exportedPaths))
  }

  /// `hooktop-511.jsonl` for one, else with the time of day, so that two exports do not meet.
  private func standingFileName(of selection: ExportOrder.Selection, _ format: ExportFormat) -> String {
    if case .captures(let ids) = selection, ids.count == 1, let id = ids.first { return "hooktop-\(id).\(format.fileExtension)" }
    let time = (now ?? Timestamp(milliseconds: 0)).iso8601.prefix(19).filter { $0 != "-" && $0 != ":" }
    return "hooktop-\(time).\(format.fileExtension)"
  }

  /// Takes what became of the line with the file's name.
  mutating func take(_ outcome: PromptState.Outcome, of prompt: PromptState, for selection: ExportOrder.Selection, _ format: ExportFormat)
    -> [Effect]
  {
    var prompt = prompt
    switch outcome {
    case .stays, .completionWanted: return []
    case .left:
      overlay = nil
      return []
    case .edited: prompt.issue = nil
    case .accepted:
      guard !prompt.text.isEmpty, !prompt.text.hasSuffix("/") else {
        prompt.issue = PromptState.Issue(column: nil, text: "type the name of a file, as in \(standingFileName(of: selection, format))")
        break
      }
      overlay = nil
      return export(selection, format, to: prompt.text)
    }
    overlay = .prompt(prompt)
    return []
  }

  /// Has a file written.
  mutating func export(_ selection: ExportOrder.Selection, _ format: ExportFormat, to path: String) -> [Effect] {
    exportedPaths = exportedPaths.filter { $0 != path } + [path]
    tell(.information, "writing \(selection.name) to \(path)")
    return [.export(ExportOrder(selection: selection, format: format, path: path, mask: mask))]
  }

  /// Has what is marked, or else all that is shown, written; asks for what was not said.
  mutating func export(_ format: ExportFormat?, to path: String?) -> [Effect] {
    let selection = standingSelection
    guard selection.count > 0 else {
      tell(.warning, "there is nothing to export: the table shows nothing")
      return []
    }
    guard let format else {
      openExportMenu()
      return []
    }
    guard let path else {
      askForFile(selection, format)
      return []
    }
    return export(selection, format, to: path)
  }
}
