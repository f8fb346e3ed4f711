import NIOCore
import NIOHTTP1

/// Hands a connection's bytes to the decoder one request at a time, and keeps those of the current head.
///
/// The decoder by itself would go on to the next request in what it was given, and does not say which bytes a head was made of. So
/// its input is cut where a request can end: after each empty line in heads and chunked bodies, and at its length in others. The
/// gate behind the decoder says after each piece what to expect next.
final class RequestSplitter: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  enum Expectation: Equatable {
    case head
    case body(remaining: Int)
    case chunks
    /// Nothing is read until the current request is answered.
    case nothing
    /// What still comes is dropped.
    case rubbish
  }

  /// The bytes of the current request's head, as far as they have come.
  private(set) var head = ByteBuffer()

  private let headLimit: Int
  private var expectation = Expectation.head
  private var pending = ByteBuffer()
  private var context: ChannelHandlerContext?
  private var emptyLine = EmptyLineMatch()
  private var isForwarding = false
  private var isReadWanted = false
  private var hasInputEnded = false

  init(headLimit: Int) {
    self.headLimit = headLimit
  }

  /// Whether the current head is there up to its empty line and nothing after it was handed on.
  var isHeadWhole: Bool { emptyLine.isComplete }

  /// Takes up what is to come next; with `.head` a new request begins.
  func expect(_ next: Expectation) {
    expectation = next
    emptyLine = EmptyLineMatch()
    switch next {
    case .head:
      head.clear()
      resume()
    case .rubbish:
      pending.clear()
      resume()
    case .body, .chunks, .nothing:
      break
    }
  }

  private func resume() {
    guard let context else { return }
    forward(context)
    if isReadWanted, expectation != .nothing {
      isReadWanted = false
      context.read()
    }
  }

  private func forward(_ context: ChannelHandlerContext) {
    guard !isForwarding else { return }  // the loop below is further up the stack, and goes on with what is now expected
    isForwarding = true
    while pending.readableBytes > 0, expectation != .nothing, let piece = nextPiece() {
      if expectation == .head, head.readableBytes > headLimit {
        expectation = .nothing
        context.fireErrorCaught(HTTPParserError.headerOverflow)
      } else {
        context.fireChannelRead(wrapInboundOut(piece))
      }
    }
    isForwarding = false
    if hasInputEnded, expectation != .nothing {
      hasInputEnded = false
      context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }
  }

  private func nextPiece() -> ByteBuffer? {
    switch expectation {
    case .head:
      guard let piece = pending.readSlice(length: emptyLine.advance(over: pending.readableBytesView)) else { return nil }
      head.writeImmutableBuffer(piece)
      return piece
    case .chunks:
      return pending.readSlice(length: emptyLine.advance(over: pending.readableBytesView))
    case .body(let remaining):
      guard remaining > 0 else { return nil }
      let piece = pending.readSlice(length: min(remaining, pending.readableBytes))
      expectation = .body(remaining: remaining - (piece?.readableBytes ?? 0))
      return piece
    case .nothing:
      return nil
    case .rubbish:
      pending.clear()
      return nil
    }
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if pending.readableBytes == 0 {
      pending = bytes
    } else {
      pending.writeBuffer(&bytes)
    }
    forward(context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case ChannelEvent.inputClosed = event else {
      context.fireUserInboundEventTriggered(event)
      return
    }
    hasInputEnded = true  // told behind what is still pending, and not while a request is being answered
    forward(context)
  }

  /// Nothing is read while a request is being answered: a client that sends faster than it is answered waits in its own kernel.
  func read(context: ChannelHandlerContext) {
    if expectation == .nothing {
      isReadWanted = true
    } else {
      context.read()
    }
  }
}

/// Looks for the empty line that ends a head, over pieces of it.
struct EmptyLineMatch {
  private var matched = 0

  /// Whether the last byte looked at ended an empty line.
  var isComplete: Bool { matched == 4 }

  /// Looks at bytes up to the end of the first empty line, and returns how many those were.
  mutating func advance(over bytes: ByteBufferView) -> Int {
    if isComplete { matched = 0 }
    var count = 0
    for byte in bytes {
      count += 1
      switch (byte, matched) {
      case (UInt8(ascii: "\r"), 0), (UInt8(ascii: "\r"), 2), (UInt8(ascii: "\n"), 1), (UInt8(ascii: "\n"), 3): matched += 1
      case (UInt8(ascii: "\r"), _): matched = 1
      default: matched = 0
      }
      if isComplete { break }
    }
    return count
  }
}
