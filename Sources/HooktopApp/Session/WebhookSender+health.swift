import WebhookDelivery

extension WebhookSender {
  /// Asks a listener of ours how it is, as any sender would reach it; returns what is wrong, or `nil`.
  func healthProblem(at url: String) async -> String? {
    let outcome = await send(WebhookRequest(method: "GET", url: url, headers: [("Connection", "close")], body: []))
    switch outcome.result {
    case .answered(let answer): return answer.status == 200 ? nil : "answered \(answer.status) to a self-check"
    case .failed(let reason): return reason
    }
  }
}
