public import CatalogEvents

/// The filter language, asked of what was sent.
///
/// | field | of a delivery |
/// |---|---|
/// | `action`, `type`, `ws`, `coll`, `name`, `data.`, `event.`, `body`, a word | of the event in the body that was sent |
/// | `header.` | of the header lines that were sent |
/// | `remote`, `path`, `tls` | of the target: `127.0.0.1:8443`, `/event`, whether it is HTTPS |
/// | `status` | of the newest answer |
/// | `verdict` | `accepted` when it was delivered, `rejected` when it failed or has not ended |
/// | `reason` | why the newest attempt failed; without one `waiting`, `sending` or `failed` |
/// | `lag` | how long the newest attempt took |
/// | `since`, `before`, `after` | when it was made |
/// | `id`, `size` | its number, and the size of the body that was sent |
extension Filter {
  /// Whether a delivery is meant. `now` is what `since:10m` counts back from.
  public func matches(_ delivery: Delivery, now: Timestamp) -> Bool {
    isEmpty || matches(Capture(askedOf: delivery), now: now)
  }
}

extension Capture {
  /// A capture that answers a filter as the delivery does.
  fileprivate init(askedOf delivery: Delivery) {
    let newest = delivery.attempts.last
    var status = 0
    var reason: String? = delivery.state == .delivered ? nil : delivery.state.rawValue
    switch newest?.outcome {
    case .answered(let answer): status = answer.status
    case .failed(let why): reason = why
    case nil: break
    }
    var event: CatalogEvent?
    if case .event(let found, _) = EventReading(body: delivery.body) {
      event = found
      event?.timestamp = Timestamp(milliseconds: delivery.createdAt.milliseconds - (newest?.duration.milliseconds ?? 0))
    }
    let scheme = delivery.target.firstRange(of: "://")
    let rest = delivery.target[(scheme?.upperBound ?? delivery.target.startIndex)...]
    let host = rest.prefix { $0 != "/" }
    self.init(
      id: delivery.id, receivedAt: delivery.createdAt, verdict: delivery.state == .delivered ? .accepted : .rejected, status: status,
      remote: String(host), isTLS: delivery.target.hasPrefix("https:"), path: String(rest.dropFirst(host.count)), headers: delivery.headers,
      body: delivery.body, event: event, reason: reason)
  }
}

extension Duration {
  /// Whole milliseconds, of anything up to some days.
  fileprivate var milliseconds: Int64 {
    min(max(0, components.seconds), 1_000_000) * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
