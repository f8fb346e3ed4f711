import WebhookDelivery

extension WebhookSender {
  /// Asks a listener of ours how it is, as any sender would reach it; returns what is wrong, or `nil`.
  ///
  /// With a certificate that is not ours, one that cannot be verified here is no fault of the listener: it may be meant for another
  /// name, or signed by an authority that only the senders know, and to present it the listener had to answer.
  func healthProblem(at url: String, hasForeignCertificate: Bool) async -> String? {
    let outcome = await send(WebhookRequest(method: "GET", url: url, headers: [("Connection", "close")], body: []))
    switch outcome.result {
    case .answered(let answer): return answer.status == 200 ? nil : "it answered a self-check with \(answer.status)"
    case .failed(let reason): return hasForeignCertificate && reason.contains("certificate") ? nil : reason
    }
  }
}
