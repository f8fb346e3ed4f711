import EventRecords

extension StatisticsField {
  /// A term of the filter language that a capture matches when it has the value, or none at all for `nil`; `nil` when no filter can ask
  /// for it.
  func term(_ value: String?, limits: SignLimits) -> String? {
    switch self {
    case .type: term(.type, value)
    case .action: term(.action, value)
    case .workspace: term(.workspace, value)
    case .collection: term(.collection, value)
    case .status: term(.status, value)
    case .sign: value.flatMap(Sign.init).flatMap { Self.term($0, limits) }
    }
  }

  private func term(_ field: FilterField, _ value: String?) -> String {
    value.map { FilterQuoting.term(field, is: $0) } ?? "(-\(field.spelling):*)"
  }

  /// What a sign says, in terms of what it is found by.
  private static func term(_ sign: Sign, _ limits: SignLimits) -> String? {
    switch sign {
    case .finding: "(verdict:rejected or finding:*)"
    case .late: "lag>\(limits.late)ms"
    case .skew: "lag<-\(limits.skew)ms"
    case .retry: "header.x-cloudtasks-taskretrycount~^0*[1-9]"
    case .drift, .duplicate: nil
    }
  }
}
