import CatalogEvents
import Logging
import NIOCore
import NIOHTTP1

/// Makes whole requests of decoded parts, lets one at a time through to be answered, and refuses what breaks a limit.
///
/// Everything here happens on the connection's event loop. Each state but `answering` has a deadline, so that a client that stalls,
/// before its first byte or in the middle of a body, does not keep its connection.
final class RequestGate: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = ReceivedRequest
  typealias OutboundIn = Answer
  typealias OutboundOut = ByteBuffer

  enum State: Equatable {
    /// Nothing of the next request has come.
    case waiting
    case readingHead
    case readingBody
    /// The request is with whoever answers it.
    case answering(keepsOpen: Bool)
    /// The answer is on its way into the socket.
    case writing
    /// The last answer is out and our side closed; what still comes is dropped until the client closes its own.
    case draining
    case closed
  }

  let endpoint: EventEndpoint
  private(set) var state = State.waiting
  private(set) var isStopping = false
  var deadline: NIODeadline?
  /// What wakes us for the deadline or before it; see `RequestGate+deadlines`.
  var alarm: (task: Scheduled<Void>, time: NIODeadline)?

  private let splitter: RequestSplitter
  private let remote: String
  private let now: @Sendable () -> Timestamp
  private var head: RequestHead?
  private var body = ByteBuffer()

  init(endpoint: EventEndpoint, splitter: RequestSplitter, remote: String, now: @escaping @Sendable () -> Timestamp) {
    self.endpoint = endpoint
    self.splitter = splitter
    self.remote = remote
    self.now = now
  }

  // MARK: A request comes in

  func handlerAdded(context: ChannelHandlerContext) {
    setDeadline(after: endpoint.limits.headTime)
    armAlarm(context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch (unwrapInboundIn(data), state) {
    case (.head(let decoded), .waiting), (.head(let decoded), .readingHead):
      begin(decoded, context)
    case (.body(var part), .readingBody):
      guard let head else { return }
      guard body.readableBytes + part.readableBytes <= endpoint.limits.bodyBytes else {
        return handUp(refusal: endpoint.bodyTooLong(for: head), keepsOpen: false, context)
      }
      body.writeBuffer(&part)
    case (.end, .readingBody):
      guard let head else { return }
      handUp(refusal: head.body.isEmpty ? endpoint.refusal(of: head) : nil, keepsOpen: head.keepsOpen, context)
    default:
      break  // the rest of a request that was refused
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    noticeFirstByte()
    armAlarm(context)
    context.fireChannelReadComplete()
  }

  private func begin(_ decoded: HTTPRequestHead, _ context: ChannelHandlerContext) {
    guard splitter.isHeadWhole, let head = RequestHead(decoded: decoded, bytes: splitter.head) else {
      return refuse(Answer(Refusal(status: 400, reason: "the request is not well-formed HTTP/1.1")), context)
    }
    self.head = head
    body = ByteBuffer()
    state = .readingBody
    setDeadline(after: isStopping ? endpoint.limits.stopTime : endpoint.limits.bodyTime)
    guard !head.body.isEmpty else { return }  // its end follows at once
    if let refusal = endpoint.refusal(of: head) {
      return handUp(refusal: refusal, keepsOpen: false, context)
    }
    switch head.body {
    case .bytes(let count): splitter.expect(.body(remaining: count))
    case .chunks: splitter.expect(.chunks)
    }
    if !head.isHTTP10, !head.values(of: "expect").isEmpty {
      context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
    }
  }

  /// Passes a request on to be answered; nothing more is read until it is.
  private func handUp(refusal: Refusal?, keepsOpen: Bool, _ context: ChannelHandlerContext) {
    guard let head else { return }
    let isRead = refusal == nil || head.body.isEmpty
    let request = ReceivedRequest(
      head: head, body: isRead ? Array(body.readableBytesView) : nil, refusal: refusal, receivedAt: now(), remote: remote)
    body = ByteBuffer()
    state = .answering(keepsOpen: keepsOpen)
    deadline = nil
    splitter.expect(.nothing)
    context.fireChannelRead(wrapInboundOut(request))
    context.fireChannelReadComplete()  // what is behind us takes requests up only then
  }

  // MARK: An answer goes out

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .answering(let keepsOpen) = state else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    let answer = unwrapOutboundIn(data)
    guard keepsOpen, !isStopping else {
      return finish(with: answer, promise: promise, context)
    }
    state = .writing
    setDeadline(after: endpoint.limits.idleTime)
    let written = context.eventLoop.makePromise(of: Void.self)
    written.futureResult.cascade(to: promise)
    written.futureResult.assumeIsolated().whenSuccess { self.answerIsWritten(context) }
    let bytes = answer.bytes(to: head, at: now(), keepsOpen: true, allocator: context.channel.allocator)
    context.writeAndFlush(wrapOutboundOut(bytes), promise: written)
    armAlarm(context)
  }

  private func answerIsWritten(_ context: ChannelHandlerContext) {
    guard state == .writing else { return }
    head = nil
    guard !isStopping else { return leave(context) }
    state = .waiting
    setDeadline(after: endpoint.limits.idleTime)
    splitter.expect(.head)  // may hand up the next request before it returns
    noticeFirstByte()
    armAlarm(context)
  }

  /// Answers what was not passed on: a request that is malformed, too slow, or too late.
  func refuse(_ answer: Answer, _ context: ChannelHandlerContext) {
    finish(with: answer, promise: nil, context)
  }

  /// Writes the connection's last answer and closes our side of it.
  ///
  private func finish(with answer: Answer, promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
    state = .draining  // before the write, which may call back
    let bytes = answer.bytes(to: head, at: now(), keepsOpen: false, allocator: context.channel.allocator)
    context.writeAndFlush(wrapOutboundOut(bytes), promise: promise)
    leave(context)
  }

  /// Closes our side of the connection, and the other one when the client does or soon after.
  ///
  /// Closing a socket with unread bytes in it resets the connection, and the client would lose the answer that says why.
  private func leave(_ context: ChannelHandlerContext) {
    state = .draining
    setDeadline(after: endpoint.limits.drainTime)
    body = ByteBuffer()
    context.close(mode: .output, promise: nil)
    splitter.expect(.rubbish)
    armAlarm(context)
  }

  func close(_ context: ChannelHandlerContext) {
    guard state != .closed else { return }
    state = .closed
    deadline = nil
    context.close(promise: nil)
  }

  // MARK: The connection itself

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      // Not passed on: it would end the stream of requests behind us while one is being answered. Half a request was refused already,
      // as malformed, by the decoder.
      if state == .waiting || state == .readingHead || state == .readingBody || state == .draining { close(context) }
    case is ChannelShouldQuiesceEvent:
      stop(context)
    default:
      context.fireUserInboundEventTriggered(event)
    }
  }

  /// Closes the connection as soon as what has begun on it is answered.
  private func stop(_ context: ChannelHandlerContext) {
    isStopping = true
    noticeFirstByte()
    switch state {
    case .waiting:
      leave(context)
    case .readingHead, .readingBody:
      setDeadline(after: endpoint.limits.stopTime, atMost: deadline)
      armAlarm(context)
    case .writing:
      // A client that does not read its answers must not hold up the end.
      setDeadline(after: endpoint.limits.stopTime, atMost: deadline)
      armAlarm(context)
    case .answering, .draining, .closed:
      break
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? HTTPParserError else {
      endpoint.logger.debug("a connection failed", metadata: ["error": "\(error)", "remote": "\(remote)"])
      return  // whoever noticed it closes the connection, or a deadline does
    }
    switch state {
    case .waiting, .readingHead, .readingBody:
      refuse(Answer(Self.refusal(of: error)), context)
    case .answering:
      state = .answering(keepsOpen: false)
    case .writing, .draining, .closed:
      break
    }
  }

  private static func refusal(of error: HTTPParserError) -> Refusal {
    switch error {
    case .headerOverflow: Refusal(status: 431, reason: "the request's line and headers are too long or too many")
    case .invalidEOFState: Refusal(status: 400, reason: "the connection ended in the middle of the request")
    default: Refusal(status: 400, reason: "the request is not well-formed HTTP/1.1: \(error)")
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    state = .closed
    deadline = nil
    silenceAlarm()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    deadline = nil
    silenceAlarm()
  }

  private func noticeFirstByte() {
    guard state == .waiting, splitter.head.readableBytes > 0 else { return }
    state = .readingHead
    setDeadline(after: endpoint.limits.headTime)
  }
}
