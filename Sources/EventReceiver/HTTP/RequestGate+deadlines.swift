import NIOCore

/// One alarm a connection serves all its deadlines: it is set anew only when a deadline comes closer than it, so that a busy
/// connection moves its deadlines without touching the event loop's timers.
extension RequestGate {
  func setDeadline(after time: Duration, atMost limit: NIODeadline? = nil) {
    let next = NIODeadline.now() + TimeAmount(time)
    deadline = limit.map { min($0, next) } ?? next
  }

  func armAlarm(_ context: ChannelHandlerContext) {
    guard let deadline else { return }
    if let alarm {
      guard deadline < alarm.time else { return }
      alarm.task.cancel()
    }
    let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.alarmRang(context) }
    alarm = (task, deadline)
  }

  func silenceAlarm() {
    alarm?.task.cancel()
    alarm = nil
  }

  private func alarmRang(_ context: ChannelHandlerContext) {
    alarm = nil
    guard let deadline else { return }
    if deadline <= .now() {
      deadlinePassed(context)
    } else {
      armAlarm(context)
    }
  }

  private func deadlinePassed(_ context: ChannelHandlerContext) {
    switch state {
    case .readingHead, .readingBody:
      if isStopping {
        refuse(.unavailable("hooktop is stopping"), context)
      } else {
        refuse(Answer(Refusal(status: 408, reason: "the request took too long to come")), context)
      }
    case .waiting, .writing, .draining:
      close(context)
    case .answering, .closed:
      break
    }
  }
}
