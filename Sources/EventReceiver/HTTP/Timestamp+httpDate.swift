import CatalogEvents

extension Timestamp {
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]  // 1970 began on a Thursday
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The time as HTTP's `Date` header has it: `Mon, 23 Nov 2026 14:03:20 GMT`; `nil` for a year without four digits.
  var httpDate: String? {
    let parts = iso8601.split { "-T:.Z".contains($0) }
    guard milliseconds >= 0, parts.count >= 6, parts[0].count == 4, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
    let weekday = Self.weekdays[Int(milliseconds / 86_400_000 % 7)]
    return "\(weekday), \(parts[2]) \(Self.months[month - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
  }
}
