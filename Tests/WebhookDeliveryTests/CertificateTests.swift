import HooktopTesting
import NIOSSL
import Testing

@testable import WebhookDelivery

@Suite struct CertificateTests {
  private let folder: TemporaryFolder
  private let authority: String

  init() throws {
    folder = try TemporaryFolder()
    authority = try folder.authority()
  }

  private func outcome(of certificate: String, trust: TargetTrust, host: String = "localhost") async throws -> DeliveryOutcome {
    try await withTarget(certificate: certificate, trust: trust) { target, sender in
      await sender.send(try .example(to: "https://\(host):\(target.port)/event"))
    }
  }

  @Test func localAuthorityIsBelievedForLoopback() async throws {
    let trust = TargetTrust(loopbackAuthorityPath: authority)
    #expect(try await outcome(of: TestCertificates.localhost, trust: trust).isSuccess)
    #expect(try await outcome(of: TestCertificates.localhost, trust: trust, host: "127.0.0.1").isSuccess)
  }

  @Test func localAuthorityIsNotBelievedForOtherNames() async throws {
    // 0.0.0.0 leads to this machine too, but is no loopback address.
    let outcome = try await outcome(of: TestCertificates.localhost, trust: TargetTrust(loopbackAuthorityPath: authority), host: "0.0.0.0")
    #expect(outcome.reason == "the certificate of 0.0.0.0 is not trusted: its authority is unknown (--ca FILE makes it known)")
    let store = TrustStore(TargetTrust(loopbackAuthorityPath: authority))
    #expect(try store.configuration(for: TargetURL("https://router.opteryx.app")).additionalTrustRoots.isEmpty)
    #expect(try store.configuration(for: TargetURL("https://cloudtasks.localhost")).additionalTrustRoots.count == 1)
  }

  @Test func namedAuthorityIsBelievedForEveryTarget() async throws {
    #expect(try await outcome(of: TestCertificates.localhost, trust: TargetTrust(authorityPaths: [authority]), host: "0.0.0.0").isSuccess)
  }

  @Test func unknownAuthorityIsNamedWithItsMend() async throws {
    let outcome = try await outcome(of: TestCertificates.localhost, trust: TargetTrust())
    #expect(outcome.reason == "the certificate of localhost is not trusted: its authority is unknown (--ca FILE makes it known)")
  }

  @Test func certificateForAnotherNameIsNotTrusted() async throws {
    for host in ["localhost", "127.0.0.1"] {
      let outcome = try await outcome(of: TestCertificates.elsewhere, trust: TargetTrust(authorityPaths: [authority]), host: host)
      #expect(outcome.reason == "the certificate of \(host) is not trusted: it is for another name")
    }
  }

  @Test func expiredCertificateIsNotTrusted() async throws {
    let outcome = try await outcome(of: TestCertificates.expired, trust: TargetTrust(authorityPaths: [authority]))
    #expect(outcome.reason == "the certificate of localhost is not trusted: it expired on 2021-01-01")
  }

  @Test func certificateOfTheFutureIsNotTrusted() async throws {
    let outcome = try await outcome(of: TestCertificates.early, trust: TargetTrust(authorityPaths: [authority]))
    #expect(outcome.reason == "the certificate of localhost is not trusted: it is valid only from 2055-01-01 on")
  }

  @Test func authorityFileThatCannotBeReadIsNamed() async throws {
    let path = folder.file("missing.pem")
    let outcome = try await outcome(of: TestCertificates.localhost, trust: TargetTrust(authorityPaths: [path]))
    #expect(outcome.reason == "the authority file \(path) cannot be read as PEM certificates: name a readable PEM file")
  }

  @Test func localAuthorityMadeLaterIsFound() async throws {
    let later = try TemporaryFolder()
    let trust = TargetTrust(loopbackAuthorityPath: later.file("ca.pem"))
    try await withTarget(certificate: TestCertificates.localhost, trust: trust) { target, sender in
      let request = try WebhookRequest.example(to: "https://localhost:\(target.port)/event")
      #expect(await sender.send(request).reason?.contains("its authority is unknown") == true)
      _ = try later.authority()
      #expect(await sender.send(request).isSuccess)
    }
  }

  @Test func plainTargetIsToldFromTLS() async throws {
    try await withTarget(onAccept: [.write("HTTP/1.1 400 Bad Request\r\n\r\n")]) { target, sender in
      let outcome = await sender.send(try .example(to: "https://localhost:\(target.port)/event"))
      #expect(outcome.reason == "localhost:\(target.port) does not speak TLS: write http:// if it serves plain HTTP")
    }
  }

  @Test func connectionClosedInTheHandshakeIsToldFromTheRest() async throws {
    try await withTarget(onAccept: [.close]) { target, sender in
      let outcome = await sender.send(try .example(to: "https://localhost:\(target.port)/event"))
      let reasons = [
        "the connection was closed by localhost:\(target.port) during the TLS handshake",
        "the connection was reset by localhost:\(target.port) before an answer came",
        "the connection was closed by localhost:\(target.port) before an answer came",
      ]
      #expect(reasons.contains(outcome.reason ?? ""))
    }
  }
}
