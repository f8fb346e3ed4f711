/// What the detail shows of a delivery.
enum DeliverySection: Sendable, Hashable, CaseIterable {
  /// All of it, told in order.
  case delivery
  /// What was sent: its head, and its body laid out.
  case request
  /// What came back, for each attempt.
  case answer

  var title: String {
    switch self {
    case .delivery: "Delivery"
    case .request: "Request"
    case .answer: "Answer"
    }
  }

  /// The tab that many places on, round in a ring.
  func next(_ distance: Int) -> DeliverySection {
    let all = Self.allCases
    let index = (all.firstIndex(of: self) ?? 0) + distance
    return all[(index % all.count + all.count) % all.count]
  }
}
