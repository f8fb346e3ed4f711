/// A row of small bars: how a number went over the last seconds.
enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█").map(String.init)

  /// One bar for each of the newest `columns` values, the newest at the right, the greatest at full height; what is missing is at 0.
  static func text(_ values: [Int], columns: Int) -> String {
    guard columns > 0 else { return "" }
    let shown = Array(repeating: 0, count: max(0, columns - values.count)) + values.suffix(columns)
    let greatest = max(1, shown.max() ?? 0)
    return shown.map { value in
      guard value > 0 else { return bars[0] }
      // Anything above nothing stands out from nothing.
      let step = Int((Double(value) / Double(greatest) * Double(bars.count - 1)).rounded(.up))
      return bars[min(max(1, step), bars.count - 1)]
    }.joined()
  }
}
