/// Where an event goes, as it is chosen in the form.
enum TargetChoice: String, Sendable, Hashable {
  /// This dashboard's own listener.
  case dashboard
  /// Where the settings say: a URL, or the catalog's domain.
  case domain
  /// A URL that is typed.
  case url

  /// The choices that there are, in the order in which they are shown.
  static func available(in context: ComposeContext) -> [TargetChoice] {
    (context.ownTarget == nil ? [] : [.dashboard]) + (context.configuredTarget == nil ? [] : [.domain]) + [.url]
  }

  /// What holds while nothing was chosen: where the catalog itself would send to, else this dashboard.
  static func preset(in context: ComposeContext) -> TargetChoice {
    context.configuredTarget != nil ? .domain : context.ownTarget != nil ? .dashboard : .url
  }

  func label(in context: ComposeContext) -> String {
    switch self {
    case .dashboard: "this dashboard"
    case .domain: context.configuredTarget ?? ""
    case .url: "another URL"
    }
  }

  /// The catalog's client always speaks https to a domain, and knows no other path.
  static func url(ofDomain domain: String) -> String {
    "https://\(domain)/event"
  }
}
