import NIOCore
import NIOPosix
import NIOSSL

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is wrong with a certificate that was not believed.
enum CertificateFault: Sendable, Hashable {
  case expired(on: String)
  case notYetValid(until: String)
  case unknownAuthority

  var clause: String {
    switch self {
    case .expired(let day): "it expired on \(day)"
    case .notYetValid(let day): "it is valid only from \(day) on"
    case .unknownAuthority: "its authority is unknown (--ca FILE makes it known)"
    }
  }
}

/// Looks at the certificates of a target whose verification failed, because the TLS library says only that it did.
///
/// It shakes hands once more, refuses the certificates as soon as it has them, and sends nothing.
struct CertificateInspection {
  let target: TargetURL
  let timeout: Duration

  func fault(at now: Date = Date()) async -> CertificateFault {
    for certificate in await certificates() {
      let end = Date(timeIntervalSince1970: TimeInterval(certificate.notValidAfter))
      if end < now { return .expired(on: Self.day(end)) }
      let start = Date(timeIntervalSince1970: TimeInterval(certificate.notValidBefore))
      if start > now { return .notYetValid(until: Self.day(start)) }
    }
    return .unknownAuthority
  }

  /// The certificates that the target shows, its own first; none when it does not show them in time.
  private func certificates() async -> [NIOSSLCertificate] {
    guard let context = try? NIOSSLContext(configuration: .makeClientConfiguration()) else { return [] }
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let shown = loop.makePromise(of: [NIOSSLCertificate].self)
    let serverName = IPAddress(target.host) == nil ? target.host : nil
    ClientBootstrap(group: loop)
      .connectTimeout(timeout.timeAmount)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = try NIOSSLClientHandler(context: context, serverHostname: serverName) { certificates, verdict in
            shown.succeed(certificates)
            verdict.succeed(NIOSSLVerificationResult.failed)
          }
          try channel.pipeline.syncOperations.addHandler(handler)
        }
      }
      .connect(host: target.host, port: target.port)
      .whenComplete { result in
        guard case .success(let channel) = result else { return shown.succeed([]) }
        let deadline = loop.scheduleTask(in: timeout.timeAmount) { channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in
          deadline.cancel()
          shown.succeed([])
        }
      }
    return (try? await shown.futureResult.get()) ?? []
  }

  private static func day(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }
}
