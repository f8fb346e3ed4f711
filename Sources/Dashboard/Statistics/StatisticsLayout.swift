import EventRecords
import TerminalSurface

/// Where the parts of the statistics view are: all of them, or the panel that has the keyboard where there is room for one.
struct StatisticsLayout: Sendable, Hashable {
  let title: Rect
  private(set) var histogram: Rect?
  private(set) var durations: Rect?
  private(set) var values: [StatisticsField: Rect] = [:]
  /// Whether only one panel is shown.
  let isSingle: Bool

  init(_ rect: Rect, panel: StatisticsPanel) {
    let (title, rest) = rect.splitTop(1)
    self.title = title
    isSingle = rect.columns < 60 || rect.rows < 17
    guard !isSingle else {
      switch panel {
      case .histogram: histogram = rest
      case .values(let field): values[field] = rest
      }
      return
    }
    let (top, belowHistogram) = rest.splitTop(min(16, max(7, rest.rows / 3)))
    let (durations, lists) = belowHistogram.splitTop(3)
    histogram = top
    self.durations = durations
    place(StatisticsField.allCases, in: lists)
  }

  /// How many columns the bars of the histogram have.
  var barColumns: Int {
    max(1, (histogram?.columns ?? title.columns) - HistogramChart.gutter - 1)
  }

  private mutating func place(_ fields: [StatisticsField], in rect: Rect) {
    let columnCount = rect.columns >= 156 ? 6 : rect.columns >= 78 ? 3 : 2
    let rowCount = (fields.count + columnCount - 1) / columnCount
    for (index, field) in fields.enumerated() {
      let (row, column) = (index / columnCount, index % columnCount)
      let top = rect.rows * row / rowCount
      let left = rect.columns * column / columnCount
      values[field] = Rect(
        row: rect.row + top, column: rect.column + left, rows: rect.rows * (row + 1) / rowCount - top,
        columns: rect.columns * (column + 1) / columnCount - left)
    }
  }
}
