import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on a free loopback port that records the bytes of each connection and does what a test tells it to.
final class StubTarget: Sendable {
  enum Step: Sendable {
    case write(String)
    /// Writes the text again and again until the connection ends.
    case repeatWriting(String)
    case pause(TimeAmount)
    case close
    /// Ends the connection with a TCP reset.
    case reset
  }

  struct Record: Sendable {
    /// What came on each connection, by the order in which they were accepted.
    var received: [String] = []
    var requestCount = 0
    var closedCount = 0
    var openCount = 0
    var mostOpenCount = 0
  }

  static let ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"status\":\"ok\"}"

  let port: Int
  private let channel: any Channel
  private let state: Shared

  final class Shared: Sendable {
    let record = Mutex(Record())
  }

  /// `onAccept` runs when a connection comes; `onRequest` for each whole request, which is told apart by `Content-Length` and numbered from 1.
  init(
    certificate: String? = nil, onAccept: [Step] = [], onRequest: @escaping @Sendable (_ number: Int) -> [Step] = { _ in [.write(ok)] }
  ) async throws {
    let state = Shared()
    self.state = state
    var context: NIOSSLContext?
    if let certificate {
      let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)).map { NIOSSLCertificateSource.certificate($0) }
      let key = try NIOSSLPrivateKey(bytes: Array(TestCertificates.key.utf8), format: .pem)
      context = try NIOSSLContext(configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key)))
    }
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 512)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: false)
      .childChannelInitializer { [context] channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
          }
          try channel.pipeline.syncOperations.addHandler(StubConnection(state: state, onAccept: onAccept, onRequest: onRequest))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  var record: Record {
    state.record.withLock { $0 }
  }

  func close() async {
    try? await channel.close()
  }
}

private final class StubConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let state: StubTarget.Shared
  private let onAccept: [StubTarget.Step]
  private let onRequest: @Sendable (Int) -> [StubTarget.Step]
  private var index = 0
  private var unread: [UInt8] = []
  private var expectedLength: Int?
  private var endlessText: String?

  init(state: StubTarget.Shared, onAccept: [StubTarget.Step], onRequest: @escaping @Sendable (Int) -> [StubTarget.Step]) {
    self.state = state
    self.onAccept = onAccept
    self.onRequest = onRequest
  }

  func channelActive(context: ChannelHandlerContext) {
    index = state.record.withLock { record in
      record.received.append("")
      record.openCount += 1
      record.mostOpenCount = max(record.mostOpenCount, record.openCount)
      return record.received.count - 1
    }
    run(onAccept[...], context: context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    state.record.withLock { record in
      record.closedCount += 1
      record.openCount -= 1
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = Array(unwrapInboundIn(data).readableBytesView)
    state.record.withLock { $0.received[index] += String(decoding: bytes, as: UTF8.self) }
    unread += bytes
    while let length = wholeRequestLength() {
      unread.removeFirst(length)
      let number = state.record.withLock { record in
        record.requestCount += 1
        return record.requestCount
      }
      run(onRequest(number)[...], context: context)
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if let endlessText, context.channel.isWritable { write(endlessText, again: true, context: context) }
    context.fireChannelWritabilityChanged()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func wholeRequestLength() -> Int? {
    if expectedLength == nil {
      let text = String(decoding: unread, as: UTF8.self)
      guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
      let head = text[..<end.lowerBound].lowercased()
      let length = head.firstRange(of: "content-length: ").flatMap { Int(head[$0.upperBound...].prefix { $0.isNumber }) } ?? 0
      expectedLength = text.utf8.distance(from: text.startIndex, to: end.upperBound) + length
    }
    guard let length = expectedLength, unread.count >= length else { return nil }
    expectedLength = nil
    return length
  }

  private func run(_ steps: ArraySlice<StubTarget.Step>, context: ChannelHandlerContext) {
    guard let step = steps.first else { return }
    switch step {
    case .write(let text):
      write(text, again: false, context: context)
    case .repeatWriting(let text):
      let much = String(repeating: text, count: 32_768 / text.utf8.count + 1)
      endlessText = much
      write(much, again: true, context: context)
    case .pause(let time):
      let context = NIOLoopBound(context, eventLoop: context.eventLoop)
      let rest = NIOLoopBound((self, steps.dropFirst()), eventLoop: context.value.eventLoop)
      context.value.eventLoop.scheduleTask(in: time) { rest.value.0.run(rest.value.1, context: context.value) }
      return
    case .close:
      context.close(promise: nil)
    case .reset:
      // Without lingering, closing discards what is unsent and resets.
      (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in }
      context.channel.close(promise: nil)
    }
    run(steps.dropFirst(), context: context)
  }

  private func write(_ text: String, again: Bool, context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    guard again, context.channel.isActive, context.channel.isWritable else { return }
    // After a turn of the event loop, which the reader may share.
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: .milliseconds(1)) { bound.value.0.write(text, again: true, context: bound.value.1) }
  }
}
