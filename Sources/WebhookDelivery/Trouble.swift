import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// An attempt that did not end with a whole answer: the error, and how far the exchange had come.
struct Trouble {
  let error: any Error
  let progress: Exchange.Progress
  /// The status of an answer that broke off.
  let status: Int?

  /// Whether the request met a kept connection that its target was just closing, and may go out again over a new one.
  ///
  /// A timeout is none: the target had the request and did not answer. Nor is a reset after the first byte of an answer.
  var isStaleConnection: Bool {
    guard progress.timeout == nil else { return false }
    if !progress.isWritten { return error as? ChannelError == .ioOnClosedChannel }
    return progress.isOnReusedConnection && progress.answerBeginning.isEmpty && (isClosed || isReset)
  }

  /// Whether the target closed the connection in an orderly way.
  var isClosed: Bool {
    switch error {
    case let error as HTTPClientError: error == .remoteConnectionClosed || error == .uncleanShutdown
    case let error as ChannelError: error == .eof || error == .ioOnClosedChannel || error == .alreadyClosed || error == .inputClosed
    case NIOSSLError.uncleanShutdown, HTTPParserError.invalidEOFState: true
    default: false
    }
  }

  /// Whether the target, or something on the way to it, broke the connection off.
  var isReset: Bool {
    (error as? IOError).map(ConnectionFault.init) == .reset
  }
}
