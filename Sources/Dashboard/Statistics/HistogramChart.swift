import CatalogEvents
import EventRecords
import TerminalSurface

/// Bars that stand side by side, one for each span of time, with the greatest number at the left and the times below.
struct HistogramChart {
  /// What the number at the left takes.
  static let gutter = 7
  /// A bar is no wider than this, however few there are.
  private static let widestBar = 6
  private static let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  let histogram: RateHistogram
  /// The bars that are chosen.
  let selection: ClosedRange<Int>?
  let isFocused: Bool
  let theme: Theme
  let clock: ClockFormat

  func draw(on surface: inout Surface, in rect: Rect) {
    let (bars, axis) = rect.splitBottom(1)
    guard !bars.isEmpty, let greatest = histogram.counts.max() else { return }
    surface.writeRight(
      String(greatest), row: bars.row, endColumn: bars.column + Self.gutter - 1, limit: Self.gutter - 1, style: theme.faint)
    if bars.rows > 1 {
      surface.writeRight("0", row: bars.endRow - 1, endColumn: bars.column + Self.gutter - 1, limit: Self.gutter - 1, style: theme.faint)
    }
    let width = barWidth(columns: bars.columns - Self.gutter - 1)
    for (index, count) in histogram.counts.enumerated() {
      let column = bars.column + Self.gutter + index * width
      surface.mark(Rect(row: bars.row, column: column, rows: bars.rows, columns: width), as: ClickTarget.bar(index))
      draw(count, of: greatest, on: &surface, column: column, width: width, in: bars)
    }
    if let selection {
      let marked = Rect(
        row: bars.row, column: bars.column + Self.gutter + selection.lowerBound * width, rows: bars.rows, columns: selection.count * width)
      surface.restyle(marked) { isFocused ? $0.reverse() : $0.underline() }
    }
    drawAxis(on: &surface, in: axis, width: width)
  }

  private func barWidth(columns: Int) -> Int {
    min(Self.widestBar, max(1, columns / max(1, histogram.counts.count)))
  }

  private func draw(_ count: Int, of greatest: Int, on surface: inout Surface, column: Int, width: Int, in rect: Rect) {
    guard count > 0 else { return }
    // Anything above nothing is seen.
    var rest = max(1, Int((Double(count) / Double(max(1, greatest)) * Double(rect.rows * 8)).rounded()))
    for row in stride(from: rect.endRow - 1, through: rect.row, by: -1) where rest > 0 {
      let glyph = Self.eighths[min(rest, 8) - 1]
      // Wide bars stand apart.
      let glyphs = String(repeating: glyph, count: max(1, width - (width > 2 ? 1 : 0)))
      surface.write(glyphs, row: row, column: column, limit: min(width, rect.endColumn - column), style: theme.good)
      rest -= 8
    }
  }

  /// The times of the beginning and the end, below the bars that they belong to.
  private func drawAxis(on surface: inout Surface, in rect: Rect, width: Int) {
    let start = rect.column + Self.gutter
    let first = clock.moment(histogram.start, within: span)
    let last = clock.moment(histogram.beginning(of: histogram.counts.count), within: span)
    let end = surface.write(first, row: rect.row, column: start, limit: rect.endColumn - start, style: theme.faint)
    let lastEnd = max(start + histogram.counts.count * width, end + 2 + last.count)
    guard lastEnd <= rect.endColumn else { return }
    surface.writeRight(last, row: rect.row, endColumn: lastEnd, limit: last.count, style: theme.faint)
  }

  /// All of the histogram, in milliseconds.
  private var span: Int64 {
    histogram.beginning(of: histogram.counts.count).milliseconds(since: histogram.start)
  }
}

extension ClockFormat {
  /// A moment as a person needs it to find it within a span of time: with its date where the span is long.
  func moment(_ timestamp: Timestamp, within milliseconds: Int64) -> String {
    milliseconds < 43_200_000 ? time(timestamp) : dateAndMinute(timestamp)
  }

  /// How long the spans of a histogram are: `10 s`, `5 min`, `2 h`, `7 days`.
  static func width(_ milliseconds: Int64) -> String {
    switch milliseconds {
    case ..<60_000: "\(milliseconds / 1000) s"
    case ..<3_600_000: "\(milliseconds / 60_000) min"
    case ..<86_400_000: "\(milliseconds / 3_600_000) h"
    case 86_400_000: "1 day"
    default: "\(milliseconds / 86_400_000) days"
    }
  }

  /// How long something took, however long: `0.4 ms`, `12 ms`, `41 s`, `3 min`, `2 h`.
  static func took(microseconds: Int64) -> String {
    microseconds < 100_000_000 ? duration(.microseconds(microseconds)) : distance(UInt64(max(0, microseconds)) / 1000)
  }
}
