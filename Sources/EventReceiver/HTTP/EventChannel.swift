import CatalogEvents
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// A connection to the receiver: bytes in, whole requests out, one at a time.
///
/// It takes the place of Hummingbird's own HTTP/1 channel, whose codec drops header lines, joins others, and comes before anything
/// that could limit the time of a head or a body.
struct EventChannel: ServerChildChannel {
  typealias Value = NIOAsyncChannel<ReceivedRequest, Answer>

  let endpoint: EventEndpoint
  let now: @Sendable () -> Timestamp

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      var decoderLimits = NIOHTTPDecoderLimitConfiguration()
      decoderLimits.maxHeaderFieldSize = endpoint.limits.headBytes
      decoderLimits.maxHeaderListSize = endpoint.limits.headBytes
      decoderLimits.maxHeaderFieldCount = endpoint.limits.headerFields
      let splitter = RequestSplitter(headLimit: endpoint.limits.headBytes)
      let pipeline = channel.pipeline.syncOperations
      try pipeline.addHandler(splitter)
      try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: decoderLimits)))
      try pipeline.addHandler(
        RequestGate(endpoint: endpoint, splitter: splitter, remote: channel.remoteAddress?.peerText ?? "unknown", now: now))
      return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
    }
  }

  func handle(value: Value, logger: Logger) async {
    do {
      try await value.executeThenClose { requests, answers in
        for try await request in requests {
          try await answers.write(endpoint.answer(to: request))
        }
      }
    } catch {
      logger.trace("a connection ended", metadata: ["error": "\(error)"])
    }
  }
}

extension SocketAddress {
  /// `127.0.0.1:51522` or `[::1]:51522`.
  var peerText: String? {
    guard let ipAddress, let port else { return nil }
    return ListenAddress(host: ipAddress, port: port).description
  }
}
