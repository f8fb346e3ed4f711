import EventRecords

/// A part of the statistics view that can have the keyboard.
enum StatisticsPanel: Sendable, Hashable {
  case histogram
  case values(StatisticsField)

  /// In the order in which Tab goes through them.
  static let all = [StatisticsPanel.histogram] + StatisticsField.allCases.map(StatisticsPanel.values)

  /// The panel that many places on, round in a ring.
  func next(_ distance: Int) -> StatisticsPanel {
    let index = (Self.all.firstIndex(of: self) ?? 0) + distance
    return Self.all[(index % Self.all.count + Self.all.count) % Self.all.count]
  }
}

extension StatisticsField {
  /// As a heading.
  var title: String {
    switch self {
    case .type: "Type"
    case .action: "Action"
    case .workspace: "Workspace"
    case .collection: "Collection"
    case .status: "Answer"
    case .sign: "Sign"
    }
  }

  /// A value as it is shown.
  func label(_ value: String?) -> String {
    guard let value else { return "(none)" }
    if self == .sign, let sign = Sign(rawValue: value) { return sign.example + " " + sign.rawValue }
    return value
  }
}
