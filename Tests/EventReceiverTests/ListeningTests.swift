import EventReceiver
import Foundation
import HooktopTesting
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import Testing

@testable import EventReceiver

/// Taking ports, and giving them back.
@Suite struct ListeningTests {
  private func failure(http: ListenAddress?, https: ListenAddress? = nil, identity: ServerIdentity? = nil) async -> ReceiverError? {
    let receiver = EventReceiver(
      configuration: ReceiverConfiguration(http: http, https: https, identity: identity), logger: RunningReceiver.quiet,
      now: { RunningReceiver.arrival }, onListening: { _ in Issue.record("it listens") }, accept: { _ in })
    return await #expect(throws: ReceiverError.self) { try await receiver.run() }
  }

  @Test func bothListenersAreReportedOnceWithTheirPorts() async throws {
    try await RunningReceiver.run(tls: true) { receiver in
      let secure = try #require(receiver.secure)
      #expect(receiver.plain.address.port > 0)
      #expect(secure.address.port > 0)
      #expect(!receiver.plain.isTLS)
      #expect(secure.isTLS)
      #expect(receiver.plain.url == "http://127.0.0.1:\(receiver.plain.address.port)/event")
      #expect(secure.healthURL == "https://127.0.0.1:\(secure.address.port)/health")
    }
  }

  @Test func aTakenPortIsNamedWithItsHolderAndTheMend() async throws {
    try await RunningReceiver.run { receiver in
      let address = receiver.plain.address
      guard case .portTaken(let sentence)? = await failure(http: address) else {
        Issue.record("no such error")
        return
      }
      #expect(sentence.hasPrefix("\(address) is taken by "))
      #expect(sentence.contains("(process \(ProcessInfo.processInfo.processIdentifier))"))
      #expect(sentence.contains("--http off"))
      #expect(!sentence.contains("\n"))
    }
  }

  @Test func aListenerIsGivenBackWhenTheOtherFails() async throws {
    let folder = try TemporaryFolder()
    let identity = try LocalAuthority.prepare(in: folder.path).identity
    try await RunningReceiver.run { receiver in
      let free = try await freePort()
      let error = await failure(http: ListenAddress(host: "127.0.0.1", port: free), https: receiver.plain.address, identity: identity)
      #expect(error?.description.contains("--https") == true)
      // The port can be taken again at once.
      let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: "127.0.0.1", port: free).get()
      try await channel.close().get()
    }
  }

  @Test func anAddressThatIsNotOursIsRefused() async throws {
    guard case .cannotListen(let sentence)? = await failure(http: ListenAddress(host: "192.0.2.1", port: 0)) else {
      Issue.record("no such error")
      return
    }
    #expect(sentence.contains("192.0.2.1:0"))
    guard case .cannotListen(let other)? = await failure(http: ListenAddress(host: "no-such-host.invalid", port: 0)) else {
      Issue.record("no such error")
      return
    }
    #expect(other.contains("no-such-host.invalid"))
  }

  @Test func withBothOffItWaitsToBeStopped() async throws {
    let reported = Signal()
    let receiver = EventReceiver(
      configuration: ReceiverConfiguration(http: nil, https: nil, identity: nil), logger: RunningReceiver.quiet,
      now: { RunningReceiver.arrival },
      onListening: { listeners in
        #expect(listeners.isEmpty)
        reported.send()
      }, accept: { _ in })
    let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [receiver], logger: RunningReceiver.quiet))
    async let run: Void = group.run()
    await reported.wait()
    await group.triggerGracefulShutdown()
    try await run
  }

  @Test func aRequestInFlightIsAnsweredBeforeTheEnd() async throws {
    let arrived = Signal()
    let release = Signal()
    try await RunningReceiver.run(accept: { _ in
      arrived.send()
      await release.wait()
    }) { receiver in
      let client = try await receiver.connect()
      let idle = try await receiver.connect()
      try await client.send(post(event))
      await arrived.wait()
      await receiver.stop()
      #expect(try await idle.end().isEmpty)
      #expect(client.isSilent)
      release.send()
      let response = try await client.response()
      #expect(response.status == 200)
      #expect(response.value(of: "Connection") == "close")
      #expect(try await client.end().isEmpty)
      #expect(receiver.recorder.captures.count == 1)
    }
  }

  @Test func aClientThatLeavesBeforeTheAnswerHarmsNobody() async throws {
    let arrived = Signal()
    let release = Signal()
    try await RunningReceiver.run(accept: { _ in
      arrived.send()
      await release.wait()
    }) { receiver in
      let client = try await receiver.connect()
      try await client.send(post(event))
      await arrived.wait()
      await client.close()
      release.send()
      let other = try await receiver.connect()
      try await other.send("GET /health HTTP/1.1\r\n\r\n")
      #expect(try await other.response().status == 200)
      await other.close()
    }
  }

  @Test func thePeerIsWrittenWithItsPort() throws {
    #expect(try SocketAddress(ipAddress: "127.0.0.1", port: 51522).peerText == "127.0.0.1:51522")
    #expect(try SocketAddress(ipAddress: "::1", port: 8443).peerText == "[::1]:8443")
  }

  @Test func halfSentRequestsDoNotHoldUpTheEnd() async throws {
    var limits = ReceiverLimits()
    limits.stopTime = .milliseconds(200)
    let clock = ContinuousClock()
    let start = Mutex<ContinuousClock.Instant?>(nil)
    try await RunningReceiver.run(limits: limits, tls: true) { receiver in
      let secure = try #require(receiver.secure)
      var clients: [WireClient] = []
      for listener in [receiver.plain, secure] {
        for text in ["POST /event HTTP/1.1\r\nHo", "POST /event HTTP/1.1\r\nContent-Length: 9\r\n\r\n{"] {
          let client = try await WireClient.connect(to: listener, trust: listener.isTLS ? receiver.trust : nil)
          // Answered once, so that the half request is surely behind a finished handshake.
          try await client.send("GET /health HTTP/1.1\r\n\r\n")
          #expect(try await client.response().status == 200)
          try await client.send(text)
          clients.append(client)
        }
      }
      let silent = try await WireClient.connect(to: secure)
      await receiver.stop()
      start.withLock { $0 = clock.now }
      for client in clients {
        let end = try await client.end()
        #expect(end.isEmpty || end.hasPrefix("HTTP/1.1 503 "))
      }
      _ = try await silent.end()
    }
    let began = try #require(start.withLock { $0 })
    #expect(clock.now - began < .seconds(5))
  }

  @Test func theHolderIsReadFromTheTableOfSockets() {
    let table = """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 81234 1 0000000000000000 100 0 0 10 0
         1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 81235 1 0000000000000000 100 0 0 10 0
         2: 0100007F:20FB 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 81236 1 0000000000000000 100 0 0 10 0
         rubbish
      """
    #expect(PortHolder.listeners(in: table, port: 8080) == ["81234"])
    #expect(PortHolder.listeners(in: table, port: 80).isEmpty)
  }

  private func freePort() async throws -> Int {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(channel.localAddress?.port)
    try await channel.close().get()
    return port
  }
}
