import CatalogEvents

/// How many captures arrived in each of the last sixty seconds.
struct RateHistory: Sendable, Hashable {
  static let seconds = 60

  /// One number a second, oldest first.
  private(set) var perSecond: [Int] = []
  private var lastTick: Timestamp?
  /// How many there were at the last tick; `nil` until any count is known, since what is in the store at the start arrived before.
  private var lastReceived: Int?

  /// A second went by, or some: what arrived in them is counted to the last.
  mutating func ticked(_ now: Timestamp, received: Int?) {
    let elapsed = lastTick.map { now.milliseconds(since: $0) } ?? 0
    lastTick = now
    guard let received else { return }
    defer { lastReceived = received }
    guard let lastReceived else { return }
    let passed = Int(min(max(1, (elapsed + 500) / 1000), Int64(Self.seconds)))
    perSecond += Array(repeating: 0, count: passed - 1) + [max(0, received - lastReceived)]
    perSecond = perSecond.suffix(Self.seconds)
  }

  /// Captures a second over the last ten.
  var perSecondNow: Double {
    let recent = perSecond.suffix(10)
    return recent.isEmpty ? 0 : Double(recent.reduce(0, +)) / Double(recent.count)
  }

  /// `4.2/s`, `1234/s`.
  var label: String {
    let rate = perSecondNow
    guard rate < 100 else { return "\(Int(rate.rounded()))/s" }
    let tenths = Int((rate * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)/s"
  }

  /// The last minute in `columns` bars, each of them some whole seconds.
  func bars(columns: Int) -> [Int] {
    let width = max(1, (Self.seconds + columns - 1) / max(1, columns))
    let padded = Array(repeating: 0, count: Self.seconds - perSecond.count) + perSecond
    return stride(from: 0, to: padded.count, by: width).map { padded[$0..<min(padded.count, $0 + width)].reduce(0, +) }
  }
}
