public import Dashboard
import Foundation

extension DashboardEnvironment {
  /// A dashboard with colours, in UTC, as it is on a first start.
  public static func fixture(usesColor: Bool = true, webhookDomain: String? = nil) -> DashboardEnvironment {
    DashboardEnvironment(
      version: "0.1.0", storePath: "~/.local/share/hooktop/events.db", webhookDomain: webhookDomain,
      caBundlePath: "/home/ana/.local/share/hooktop/ca-bundle.pem", timeZone: .gmt, formValues: nil, usesColor: usesColor)
  }
}

extension ListenerStatus {
  /// The two listeners of a first start, both healthy.
  public static let fixtures = [
    ListenerStatus(url: "https://127.0.0.1:8443/event", isTLS: true, health: .healthy),
    ListenerStatus(url: "http://127.0.0.1:8080/event", isTLS: false, health: .healthy),
  ]
}
