import NIOCore
import NIOPosix

/// A server that accepts connections and never reads from them.
final class DeafTarget: Sendable {
  let port: Int
  private let channel: any Channel

  init() async throws {
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelOption(.autoRead, value: false)
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func close() async {
    try? await channel.close()
  }
}
