import EventRecords

extension DashboardState {
  /// Sends what is chosen again: asks where to, or, where that is said, whether to.
  mutating func replay(to target: String?) -> [Effect] {
    let ids = chosenIDs
    guard !ids.isEmpty else {
      tell(.warning, "there is nothing to send again: nothing is marked or selected")
      return []
    }
    guard let target else {
      askForTarget(.captures(ids))
      return []
    }
    do throws(ComposeTarget.Mistake) {
      ask(.captures(ids), to: try ComposeTarget(target))
    } catch {
      tell(.failure, "\(target) cannot be sent to: \(error.reason)")
    }
    return []
  }

  /// Opens the line in which the target is typed; it begins with the last one, or with where the compose form would send to.
  mutating func askForTarget(_ content: ReplayOrder.Content) {
    if let queue = environment.queue {
      // One way of delivery is never replaced by another in silence.
      notices.post(Notice(.warning, "the queue \(queue) is set, and this version delivers directly: start it with --direct"), at: now)
      return
    }
    if case .difference(let state) = overlay { replays.review = state }
    let what = content.count == 1 ? "#\(content.firstID)" : "\(content.count)"
    overlay = .prompt(
      PromptState(
        .replayTarget(content), label: "Send \(what) again to", text: replays.targets.last ?? replayTargets.first ?? "https://",
        placeholder: "https://HOST/event", history: replays.targets))
  }

  /// The targets that Tab goes through: where the compose form sends to, this dashboard, and where was sent to before.
  private var replayTargets: [String] {
    let own = [composeContext.configuredTarget, ownTarget].compactMap { $0 }
    return own + replays.targets.reversed().filter { !own.contains($0) }
  }

  /// Takes what became of the line with the target.
  mutating func take(_ outcome: PromptState.Outcome, of prompt: PromptState, for content: ReplayOrder.Content) -> [Effect] {
    var prompt = prompt
    switch outcome {
    case .stays: return []
    case .left:
      overlay = review(of: content)
      return []
    case .edited: prompt.issue = nil
    case .completionWanted:
      let others = replayTargets.filter { $0 != prompt.text }
      let fitting = others.filter { $0.hasPrefix(prompt.text) }
      _ = prompt.complete(with: fitting.isEmpty ? others : fitting)
      prompt.issue = nil
    case .accepted:
      do throws(ComposeTarget.Mistake) {
        ask(content, to: try ComposeTarget(prompt.text))
        return []
      } catch {
        prompt.issue = PromptState.Issue(column: nil, text: error.reason)
      }
    }
    overlay = .prompt(prompt)
    return []
  }

  /// Asks whether to send; names the host, how much, and which headers go along.
  mutating func ask(_ content: ReplayOrder.Content, to target: ComposeTarget) {
    overlay = review(of: content)
    let host = target.hostField + (target.isLoopback ? " (this machine)" : "")
    let lead =
      switch content {
      case .captures(let ids):
        ids.count == 1
          ? "Send #\(ids[0]) again to \(host)? Its body goes unchanged."
          : "Send \(ids.count) captures again to \(host), one after the other? Their bodies go unchanged."
      case .edited(let id, let body): "Send #\(id) as edited, \(body.count) bytes, to \(host)?"
      }
    question = ConfirmQuestion(text: lead + " " + headerSentence(content), act: .replayNow(content, to: target.url))
  }

  /// Which headers go along: by their names where there is one capture and it is at hand.
  private func headerSentence(_ content: ReplayOrder.Content) -> String {
    guard content.count == 1, let capture = detail.shown?.capture, capture.id == content.firstID else {
      return "Headers go along as they came, but for those of the connection (Host, Connection, Content-Length) and secret ones "
        + "(Authorization, Cookie, tokens)."
    }
    let headers = ReplayHeaders(capture.headers, mask: environment.mask)
    let sent = headers.sent.map(\.name)
    let held = headers.held.map(\.name)
    return (sent.isEmpty ? "No header goes along" : "Along go \(sent.joined(separator: ", "))")
      + (held.isEmpty ? "." : "; here stay \(held.joined(separator: ", ")).")
  }

  /// What lies under the questions about an edited body: what was edited, until it is sent.
  private func review(of content: ReplayOrder.Content) -> Overlay? {
    if case .edited = content { replays.review.map(Overlay.difference) } else { nil }
  }

  /// Sends what was agreed to.
  mutating func start(_ content: ReplayOrder.Content, to target: String) -> [Effect] {
    if case .edited = content { overlay = nil }
    replays.review = nil
    let order = ReplayOrder(order: form.nextOrder, content: content, target: target)
    form.nextOrder += 1
    openOrders.insert(order.order)
    replays.begin(order, host: (try? ComposeTarget(target))?.hostField ?? target)
    return [.replay(order)]
  }

  /// Takes in how far an order has come, and tells how it ended.
  mutating func take(replay progress: SendProgress) {
    guard let notice = replays.update(progress) else { return }
    notices.post(notice, at: now)
  }

  /// Stops the newest order that is under way: what was sent is sent.
  mutating func cancelReplay() -> [Effect] {
    guard let order = replays.orders.last else {
      tell(.warning, "nothing is being sent again")
      return []
    }
    return [.cancelSend(order: order.number)]
  }
}

extension ReplayOrder.Content {
  /// The capture that is sent, or the first of them.
  var firstID: Int64 {
    switch self {
    case .captures(let ids): ids.first ?? 0
    case .edited(let id, _): id
    }
  }
}
