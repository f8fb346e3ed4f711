import NIOCore
import NIOHTTP1

/// Puts the exact head of each request on the wire, and tells its exchange what became of it.
///
/// AsyncHTTPClient takes `Content-Length` out of a header block and puts it back last, and writes the path as Foundation's URL understands
/// it. So the sender gives it no head to spoil, only the number of the exchange in one header, and this handler, which sits next to the
/// encoder, exchanges that for the head. It is also the one place that knows whether a connection is used again.
final class ExchangeHandler: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = HTTPClientRequestPart
  typealias OutboundOut = HTTPClientRequestPart

  /// The header that carries an exchange's number to the handler. It never leaves it.
  static let numberField = "Exchange-Number"
  /// More than any answer of which 64 KiB are kept; what exceeds it are interim answers, chunk extensions or trailers without end.
  static let answerLimit = 1024 * 1024

  private let registry: ExchangeRegistry
  private let timeout: TimeAmount
  private var number = 0
  private var isUsed = false
  private var receivedCount = 0
  private var lastActivity = NIODeadline.now()
  /// How much of the request the operating system had not taken when it was last looked at.
  private var unsentCount: Int?
  private var timer: Scheduled<Void>?

  /// `timeout` is how long the target may neither take nor send a byte while an exchange is under way.
  init(registry: ExchangeRegistry, timeout: TimeAmount) {
    self.registry = registry
    self.timeout = timeout
  }

  /// Adds a handler to a connection that AsyncHTTPClient has just set up. Called on the connection's event loop.
  static func add(to channel: any Channel, registry: ExchangeRegistry, timeout: TimeAmount) -> EventLoopFuture<Void> {
    channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      let encoder = try pipeline.handler(type: HTTPRequestEncoder.self)
      try pipeline.addHandler(ExchangeHandler(registry: registry, timeout: timeout), position: .after(encoder))
    }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(let announced) = unwrapOutboundIn(data) else {
      context.write(data, promise: promise)
      return
    }
    guard let number = announced.headers.first(name: Self.numberField).flatMap({ Int($0) }), let exchange = registry[number] else {
      // Its sender has given up on it between the pool and here.
      promise?.fail(ChannelError.ioOnClosedChannel)
      context.close(promise: nil)
      return
    }
    self.number = number
    receivedCount = 0
    lastActivity = .now()
    unsentCount = nil
    exchange.update { progress in
      progress.isWritten = true
      progress.isOnReusedConnection = isUsed
    }
    isUsed = true
    context.write(wrapOutboundOut(.head(exchange.head)), promise: promise)
    schedule(context: context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    lastActivity = .now()
    if receivedCount < 8 {
      registry[number]?.update { $0.answerBeginning += bytes.readableBytesView.prefix(8 - receivedCount) }
    }
    receivedCount += bytes.readableBytes
    guard receivedCount <= Self.answerLimit else {
      context.fireErrorCaught(AnswerTooLong())
      context.close(promise: nil)
      return
    }
    context.fireChannelRead(data)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
  }

  // AsyncHTTPClient's own read timeout runs while a long request is still being sent, and starts anew only with a whole part of an answer.
  // This one counts bytes in both directions, as the catalog's client does.
  private func schedule(context: ChannelHandlerContext) {
    timer?.cancel()
    // What the operating system takes is not announced: while something is left to send, it is looked at more often.
    let isSending = unsentCount != 0
    let deadline = isSending ? .now() + .nanoseconds(timeout.nanoseconds / 8) : lastActivity + timeout
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [self] in
      check(context: context)
    }
  }

  private func check(context: ChannelHandlerContext) {
    // Without an exchange its sender has all it wants, and the connection is idle.
    guard let exchange = registry[number] else { return }
    let unsent = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    if let unsentCount, unsent < unsentCount { lastActivity = .now() }
    unsentCount = unsent
    guard .now() >= lastActivity + timeout else { return schedule(context: context) }
    exchange.update { $0.timeout = unsent > 0 ? .takingRequest : .answering }
    context.fireErrorCaught(ExchangeTimeout())
    context.close(promise: nil)
  }
}

/// A target neither took nor sent a byte for too long.
struct ExchangeTimeout: Error {}

/// A target sends more than belongs to an answer that is still being read.
struct AnswerTooLong: Error {}
