import EventRecords

extension MenuState {
  /// Of what there can be an export.
  static func exporting(marked: [Int64], shown: ExportOrder.Selection, selected: Int64?) -> MenuState {
    MenuState(
      title: "Export",
      entries: [
        MenuEntry(
          key: "m", label: "what is marked" + (marked.isEmpty ? "" : ", \(marked.count)"), act: .chooseFormat(.captures(marked)),
          obstacle: marked.isEmpty ? "nothing is" : nil),
        MenuEntry(
          key: "s", label: "all that the table shows, \(shown.count)", act: .chooseFormat(shown),
          obstacle: shown.count == 0 ? "it shows nothing" : nil),
        MenuEntry(
          key: "t", label: "this one" + (selected.map { ", #\($0)" } ?? ""), act: .chooseFormat(.captures(selected.map { [$0] } ?? [])),
          obstacle: selected == nil ? "none is selected" : nil),
      ])
  }

  /// In which form it is written.
  static func formats(of selection: ExportOrder.Selection) -> MenuState {
    let keys: [ExportFormat: Character] = [.jsonl: "l", .csv: "c", .har: "h", .curl: "s"]
    return MenuState(
      title: "Export \(selection.name) as",
      entries: ExportFormat.allCases.map { format in
        MenuEntry(key: keys[format] ?? "?", label: format.title, act: .askForFile(selection, format))
      })
  }
}

extension ExportOrder.Selection {
  /// What it is, in a sentence: `#511`, `3 captures`.
  var name: String {
    if case .captures(let ids) = self, ids.count == 1, let id = ids.first { return "#\(id)" }
    return count == 1 ? "1 capture" : "\(count) captures"
  }
}
