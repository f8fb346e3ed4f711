import HummingbirdTLS
import NIOCore
import NIOSSL

extension ServerIdentity {
  /// What a listener needs to speak TLS as this server: version 1.2 or later, forward-secret ciphers with authentication only.
  ///
  /// The error names the file that cannot be used.
  func tlsConfiguration() throws(ReceiverError) -> TLSConfiguration {
    let chain: [NIOSSLCertificate]
    do {
      chain = try NIOSSLCertificate.fromPEMFile(certificatePath)
    } catch {
      throw .badIdentity("the certificate \(certificatePath) cannot be read; it must be a PEM file with the certificate and its chain")
    }
    guard !chain.isEmpty else { throw .badIdentity("\(certificatePath) holds no certificate; it must be a PEM file") }
    let key: NIOSSLPrivateKey
    do {
      key = try NIOSSLPrivateKey(file: keyPath, format: .pem)
    } catch {
      throw .badIdentity("the private key \(keyPath) cannot be read; it must be a PEM file without a passphrase")
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv12
    // For TLS 1.2; the ciphers of 1.3 are all of this kind.
    configuration.cipherSuiteValues = [
      .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
      .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
      .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
    ]
    configuration.applicationProtocols = ["http/1.1"]
    // A client that never says goodbye would hold up a graceful stop for the default of five seconds.
    configuration.shutdownTimeout = .seconds(1)
    do {
      _ = try NIOSSLContext(configuration: configuration)
    } catch {
      throw .badIdentity("the private key \(keyPath) does not belong to the certificate \(certificatePath); name a pair that does")
    }
    return configuration
  }
}
