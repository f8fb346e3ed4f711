import EventRecords

/// What is being sent again, and where to.
struct ReplayState: Sendable {
  /// An order that has not ended.
  struct Order: Sendable, Hashable {
    var number: Int
    var host: String
    var total: Int
    var endedCount = 0
  }

  /// So many targets are remembered.
  private static let targetLimit = 20

  /// The oldest first.
  private(set) var orders: [Order] = []
  /// The targets that were sent to, the last one last.
  private(set) var targets: [String] = []

  /// What was edited and may be sent, while it is asked where to.
  var review: DifferenceState?

  mutating func begin(_ order: ReplayOrder, host: String) {
    orders.append(Order(number: order.order, host: host, total: order.content.count))
    targets.removeAll { $0 == order.target }
    targets = (targets + [order.target]).suffix(Self.targetLimit)
  }

  /// Takes in how far an order has come; returns what is to be told of it when it has ended.
  mutating func update(_ progress: SendProgress) -> Notice? {
    guard let index = orders.firstIndex(where: { $0.number == progress.order }) else { return nil }
    orders[index].endedCount = progress.deliveredCount + progress.failedCount
    guard progress.isEnded else { return nil }
    return Self.summary(progress, host: orders.remove(at: index).host)
  }

  /// `127.0.0.1:8443: 3 of 3 answered 2xx`, else the rest by reason.
  static func summary(_ progress: SendProgress, host: String) -> Notice {
    var parts = ["\(progress.deliveredCount) of \(progress.total) answered 2xx"]
    parts += progress.failures.map { "\($0.count) \($0.reason)" }
    let unsent = progress.total - progress.deliveredCount - progress.failedCount
    if unsent > 0 { parts.append("\(unsent) cancelled") }
    let isWhole = progress.deliveredCount == progress.total
    return Notice(isWhole ? .information : .failure, "\(host): " + parts.joined(separator: "; "))
  }

  /// How far what is under way has come, for the status line.
  var mode: String? {
    guard !orders.isEmpty else { return nil }
    let ended = orders.reduce(0) { $0 + $1.endedCount }
    return "SENDING \(ended) of \(orders.reduce(0) { $0 + $1.total })"
  }
}
