import EventRecords

/// Which columns the table has at a width, and how wide they are.
///
/// The name is what the eye looks for: columns go, the least needed first, until it has room.
struct TableColumns: Sendable, Hashable {
  enum Column: Sendable, Hashable {
    case number, time, action, type, name, lag, size, status, flags
  }

  struct Slot: Sendable, Hashable {
    var column: Column
    /// Where it begins, from the table's left edge.
    var start: Int
    var width: Int
  }

  private(set) var slots: [Slot] = []
  private(set) var showsMilliseconds = false

  private static let leastName = 18

  init(width: Int, greatestNumber: Int64) {
    var widths: [(column: Column, gap: Int, width: Int)] = [
      (.number, 1, max(5, String(greatestNumber).count)), (.time, 2, 8), (.action, 2, 1), (.type, 2, 7), (.name, 2, 0), (.lag, 1, 6),
      (.size, 1, 5), (.status, 2, 3), (.flags, 2, 5),
    ]
    func rest() -> Int { width - widths.reduce(0) { $0 + $1.gap + $1.width } }
    func set(_ column: Column, gap: Int? = nil, width: Int) {
      guard let index = widths.firstIndex(where: { $0.column == column }) else { return }
      widths[index].width = width
      widths[index].gap = gap ?? widths[index].gap
    }

    if rest() < Self.leastName { set(.flags, width: 2) }
    for column in [Column.size, .type, .lag, .status] where rest() < Self.leastName { widths.removeAll { $0.column == column } }
    if rest() < Self.leastName {
      set(.time, gap: 1, width: 8)
      set(.action, gap: 1, width: 1)
      set(.name, gap: 1, width: 0)
      set(.flags, gap: 1, width: 1)
    }
    if rest() >= 27 {
      showsMilliseconds = true
      set(.time, width: 12)
    }
    if rest() >= 28 { set(.type, width: 10) }
    if rest() >= 50 { set(.flags, width: 8) }
    set(.name, width: max(0, rest()))

    var start = 0
    for (column, gap, width) in widths {
      slots.append(Slot(column: column, start: start + gap, width: width))
      start += gap + width
    }
  }

  /// The head of a column; the one that the list is sorted by has an arrow.
  func title(_ slot: Slot, sort: CaptureSort = .arrival) -> String {
    let title = title(slot)
    guard sort != .arrival, Self.sortColumn(slot.column) == sort.column else { return title }
    let arrow = sort.isDescending ? "↓" : "↑"
    return title.count < slot.width ? title + arrow : String(title.prefix(max(0, slot.width - 1))) + arrow
  }

  private static func sortColumn(_ column: Column) -> CaptureSort.Column? {
    switch column {
    case .number: .arrival
    case .time: .time
    case .action: .action
    case .type: .type
    case .name: .name
    case .lag: .lag
    case .size: .size
    case .status: .status
    case .flags: nil
    }
  }

  private func title(_ slot: Slot) -> String {
    switch slot.column {
    case .number: "#"
    case .time: "TIME"
    case .action: "A"
    case .type: "TYPE"
    case .name: slot.width >= 25 ? "WORKSPACE/COLLECTION.NAME" : slot.width >= 15 ? "COLLECTION.NAME" : "NAME"
    case .lag: "LAG"
    case .size: "SIZE"
    case .status: "ST"
    case .flags: slot.width >= 5 ? "FLAGS" : slot.width == 2 ? "FL" : ""
    }
  }

  /// Whether a column's text ends at its right edge.
  static func isRightAligned(_ column: Column) -> Bool {
    [.number, .lag, .size].contains(column)
  }
}
