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
  private var exchange: Exchange?
  private var isUsed = false
  private var receivedCount = 0

  init(registry: ExchangeRegistry) {
    self.registry = registry
  }

  /// Adds a handler to a connection that AsyncHTTPClient has just set up. Called on the connection's event loop.
  static func add(to channel: any Channel, registry: ExchangeRegistry) -> EventLoopFuture<Void> {
    channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      let encoder = try pipeline.handler(type: HTTPRequestEncoder.self)
      try pipeline.addHandler(ExchangeHandler(registry: registry), position: .after(encoder))
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
    self.exchange = exchange
    receivedCount = 0
    exchange.update { progress in
      progress.isWritten = true
      progress.isOnReusedConnection = isUsed
    }
    isUsed = true
    context.write(wrapOutboundOut(.head(exchange.head)), promise: promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    if receivedCount < 8 {
      exchange?.update { $0.answerBeginning += bytes.readableBytesView.prefix(8 - receivedCount) }
    }
    receivedCount += bytes.readableBytes
    guard receivedCount <= Self.answerLimit else {
      context.fireErrorCaught(AnswerTooLong())
      context.close(promise: nil)
      return
    }
    context.fireChannelRead(data)
  }
}

/// A target sends more than belongs to an answer that is still being read.
struct AnswerTooLong: Error {}
