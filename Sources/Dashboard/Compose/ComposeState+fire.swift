extension ComposeState {
  /// How many past orders the form remembers.
  private static let rememberedOrders = 50

  /// Sends what the form holds, or says why not, or asks first.
  ///
  /// `asked` is what the form had said before this: when it was the question that would be asked now, this is the answer.
  mutating func fire(in context: ComposeContext, asked: Message?) -> ComposeResult {
    let review = ComposeReview(self, in: context)
    guard review.isReady, let draft = review.draft, let target = review.target else {
      refuse(review, in: context)
      return ComposeResult()
    }
    if !target.isLoopback {
      let consent = Consent(host: target.hostField, isMany: review.count > 1)
      if asked == .question(consent) { agreed.insert(consent) }
      guard agreed.contains(consent) else {
        message = .question(consent)
        return ComposeResult()
      }
    }
    let order = SendOrder(order: nextOrder, draft: draft, target: target.url, count: review.count, rate: review.rate)
    nextOrder += 1
    orders.insert(OrderOutcome(order: order.order, firedAt: context.now, total: order.count), at: 0)
    if orders.count > Self.rememberedOrders, let last = orders.lastIndex(where: \.isEnded) { orders.remove(at: last) }
    keptValues = values
    message = .fired
    return ComposeResult(effects: [.send(order), .keepForm(keptValues)])
  }

  /// Says what is wrong and goes to the first field that is.
  private mutating func refuse(_ review: ComposeReview, in context: ComposeContext) {
    let wrong = stops(in: context).flatMap(\.self).first { review.issues[$0]?.severity == .failure }
    guard let wrong, let issue = review.issues[wrong] else { return }
    focus = wrong
    message = .refusal("Not sent: \(wrong.name): \(issue.text)")
  }
}
