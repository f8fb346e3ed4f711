import EventReceiver
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A client that sends exactly the bytes it is given and keeps exactly those it gets.
final class WireClient: Sendable {
  struct TimedOut: Error {}

  /// One answer, as it came.
  struct Response: Sendable, Hashable {
    var status: Int
    var headers: [String]
    var body: String

    func value(of name: String) -> String? {
      headers.first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }.map { String($0.dropFirst(name.count + 2)) }
    }
  }

  private let channel: any Channel
  private let inbox: Inbox

  private init(channel: any Channel, inbox: Inbox) {
    self.channel = channel
    self.inbox = inbox
  }

  /// Connects to a listener; over TLS with nothing trusted but the certificate in `trust`.
  static func connect(to listener: Listener, trust: String? = nil, maximumTLSVersion: TLSVersion? = nil) async throws -> WireClient {
    let inbox = Inbox()
    let context: NIOSSLContext? = try trust.map { path in
      var configuration = TLSConfiguration.makeClientConfiguration()
      configuration.trustRoots = .file(path)
      configuration.maximumTLSVersion = maximumTLSVersion
      return try NIOSSLContext(configuration: configuration)
    }
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      // Over TLS, one that may half-close goes on waiting for the other side after it has closed.
      .channelOption(.allowRemoteHalfClosure, value: context == nil)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            try channel.pipeline.syncOperations.addHandler(NIOSSLClientHandler(context: context, serverHostname: "localhost"))
          }
          try channel.pipeline.syncOperations.addHandler(InboxHandler(inbox: inbox))
        }
      }
      .connect(host: listener.address.host, port: listener.address.port).get()
    return WireClient(channel: channel, inbox: inbox)
  }

  /// The address that the server sees us at.
  var localAddress: String {
    "\(channel.localAddress?.ipAddress ?? "?"):\(channel.localAddress?.port ?? 0)"
  }

  /// Whether nothing has come and nothing was closed.
  var isSilent: Bool { inbox.isSilent }

  func send(_ bytes: some Sequence<UInt8>) async throws {
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
  }

  func send(_ text: String) async throws {
    try await send(text.utf8)
  }

  /// Sends without caring whether the other side still takes it.
  func push(_ text: String) {
    channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
  }

  func closeOutput() async throws {
    try await channel.close(mode: .output).get()
  }

  func close() async {
    try? await channel.close().get()
  }

  /// Waits for one answer whose length is given, and takes it out of what came.
  func response() async throws -> Response {
    try await inbox.value(on: channel.eventLoop) { state in Self.takeResponse(from: &state.bytes) }
  }

  /// Waits until exactly these bytes have come, and takes them.
  func receive(_ text: String) async throws {
    try await inbox.value(on: channel.eventLoop) { state -> Void? in
      guard state.bytes.starts(with: text.utf8) else { return nil }
      state.bytes.removeFirst(text.utf8.count)
      return ()
    }
  }

  /// Waits until the other side has closed, and gives what came before that and was not taken.
  func end() async throws -> String {
    try await inbox.value(on: channel.eventLoop) { state -> String? in
      state.hasEnded ? String(decoding: state.bytes, as: UTF8.self) : nil
    }
  }

  private static func takeResponse(from bytes: inout [UInt8]) -> Response? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let gap = text.range(of: "\r\n\r\n") else { return nil }
    let lines = text[..<gap.lowerBound].components(separatedBy: "\r\n")
    let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    var response = Response(status: status, headers: Array(lines.dropFirst()), body: "")
    let length = response.value(of: "Content-Length").flatMap { Int($0) } ?? 0
    let start = text[..<gap.upperBound].utf8.count
    guard bytes.count >= start + length else { return nil }
    response.body = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    bytes.removeFirst(start + length)
    return response
  }
}

/// What has come on a connection, and who waits for more.
private final class Inbox: Sendable {
  struct State {
    var bytes: [UInt8] = []
    var hasEnded = false
    var changes = 0
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  var isSilent: Bool { state.withLock { $0.bytes.isEmpty && !$0.hasEnded } }

  func change(_ body: (inout State) -> Void) {
    state.withLock { state in
      body(&state)
      state.changes += 1
      state.waiter?.resume()
      state.waiter = nil
    }
  }

  /// Waits until `take` finds what it looks for, at most a minute: the deadline is for what hangs, and generous, because the machine may be busy.
  func value<Value: Sendable>(on loop: any EventLoop, _ take: @Sendable (inout State) -> Value?) async throws -> Value {
    let deadline = NIODeadline.now() + .seconds(60)
    let alarm = loop.scheduleTask(deadline: deadline) { self.change { _ in } }
    defer { alarm.cancel() }
    while true {
      let (value, changes) = state.withLock { state in (take(&state), state.changes) }
      if let value { return value }
      guard NIODeadline.now() < deadline else { throw WireClient.TimedOut() }
      await withCheckedContinuation { continuation in
        state.withLock { state in
          if state.changes == changes { state.waiter = continuation } else { continuation.resume() }
        }
      }
    }
  }
}

private final class InboxHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  let inbox: Inbox

  init(inbox: Inbox) {
    self.inbox = inbox
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let bytes = unwrapInboundIn(data)
    inbox.change { $0.bytes += bytes.readableBytesView }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event {
      inbox.change { $0.hasEnded = true }
      context.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {}

  func channelInactive(context: ChannelHandlerContext) {
    inbox.change { $0.hasEnded = true }
  }
}
