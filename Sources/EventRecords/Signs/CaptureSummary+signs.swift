extension CaptureSummary {
  /// Its signs, in the order in which they are shown.
  public func signs(_ limits: SignLimits) -> [Sign] {
    Sign.allCases.filter { has($0, limits) }
  }

  /// Which attempt of a Cloud Tasks task it is, from 2; `nil` for a first one and for all that came by no task.
  public var laterAttempt: Int? {
    guard let retryCount = task?.retryCount, retryCount > 0 else { return nil }
    return retryCount + 1
  }

  private func has(_ sign: Sign, _ limits: SignLimits) -> Bool {
    switch sign {
    case .finding: verdict == .rejected || findingCount > 0
    case .drift, .duplicate: comparedSigns.contains(sign)
    case .retry: laterAttempt != nil
    case .late: lag.map { $0 > limits.late } ?? false
    case .skew: lag.map { $0 < -limits.skew } ?? false
    }
  }
}
