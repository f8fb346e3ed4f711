/// What the detail shows of a capture.
enum DetailTab: Int, Sendable, Hashable, CaseIterable {
  case event, headers, schema, raw, delivery

  var title: String {
    switch self {
    case .event: "Event"
    case .headers: "Headers"
    case .schema: "Schema"
    case .raw: "Raw"
    case .delivery: "Delivery"
    }
  }

  /// The tab some places to the right, around the end.
  func advanced(by distance: Int) -> DetailTab {
    let all = Self.allCases
    let index = (rawValue + distance) % all.count
    return all[index < 0 ? index + all.count : index]
  }
}
