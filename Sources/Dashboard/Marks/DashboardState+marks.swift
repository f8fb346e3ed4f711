import EventRecords

extension DashboardState {
  /// What an act is about: the marked captures in the order of their arrival, or else the selected one.
  var chosenIDs: [Int64] {
    marks.isEmpty ? table.selectedID.map { [$0] } ?? [] : marks.inOrder
  }

  /// What an act is about, in a sentence: `#511`, `3 captures`.
  static func name(of ids: [Int64]) -> String {
    ids.count == 1 ? "#\(ids[0])" : "\(ids.count) captures"
  }

  mutating func changeMarks(_ command: Command) -> [Effect] {
    switch command {
    case .toggleMark:
      guard let id = table.selectedID else { return [] }
      guard marks.toggle(id) else {
        tell(.warning, "#\(id) is not marked: \(Marks.limit) are, and no more can be")
        return []
      }
      return table.update(.moveDown)
    case .markRange: return markRange()
    case .markAllShown: return [.loadIDs(table.everything(limit: Marks.limit))]
    default:
      if !marks.isEmpty { tell(.information, "\(marks.count) unmarked") }
      marks.removeAll()
      return []
    }
  }

  /// Marks all from the last mark to the selected row: those that are held, or else what the store finds.
  private mutating func markRange() -> [Effect] {
    guard let selected = table.selectedID else { return [] }
    guard let last = marks.last else {
      tell(.warning, "nothing is marked yet: mark the other end with \(KeyTable.shortLabel(of: .toggleMark, in: .table)) first")
      return []
    }
    let held = table.rows.map(\.id)
    if let from = held.firstIndex(of: last), let to = held.firstIndex(of: selected) {
      mark(CaptureIDs(ids: Array(held[min(from, to)...max(from, to)]), total: abs(from - to) + 1))
      return []
    }
    return [.loadIDs(table.everything(from: min(last, selected), to: max(last, selected), limit: Marks.limit))]
  }

  /// Marks what was found, and says how much of it.
  mutating func mark(_ found: CaptureIDs) {
    let count = marks.add(found.ids)
    // How many are marked is in the status line already.
    if count < found.total {
      tell(.warning, "\(count) of \(found.isTotalExact ? "" : "more than ")\(found.total) are marked: no more than \(Marks.limit) can be")
    }
  }

  mutating func tell(_ severity: Notice.Severity, _ text: String) {
    notices.post(Notice(severity, text), at: now)
  }

  /// Asks whether to remove what is chosen for good. No key does so: it is a word to be typed.
  mutating func askToDelete() -> [Effect] {
    let ids = chosenIDs
    guard !ids.isEmpty else {
      tell(.warning, "there is nothing to delete: nothing is marked or selected")
      return []
    }
    question = ConfirmQuestion(
      text: "Delete \(Self.name(of: ids)) for good? No list and no export has \(ids.count == 1 ? "it" : "them") after that.",
      act: .deleteNow(ids))
    return []
  }

  /// Takes in that captures are no more.
  mutating func captures(_ ids: [Int64], areDeleted count: Int) -> [Effect] {
    marks.remove(ids)
    tell(.information, count == 1 && ids.count == 1 ? "#\(ids[0]) is deleted" : "\(count) captures are deleted")
    return []
  }
}
