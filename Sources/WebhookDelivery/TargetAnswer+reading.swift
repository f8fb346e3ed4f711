import AsyncHTTPClient
import NIOCore
import NIOHTTP1

extension TargetAnswer {
  /// Reads an answer up to the limit. An answer that goes on past it is cut there, and its connection is closed.
  init(reading response: HTTPClientResponse) async throws {
    self.init(
      status: Int(response.status.code), headers: response.headers.map { ($0.name, $0.value) }, body: [], isTruncated: false)
    for try await piece in response.body {
      let room = Self.bodyLimit - body.count
      body += piece.readableBytesView.prefix(room)
      if piece.readableBytes > room {
        isTruncated = true
        break
      }
    }
  }
}
