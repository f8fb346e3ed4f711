/// The files of a server's certificate (with its chain) and private key, both PEM.
public struct ServerIdentity: Sendable, Hashable {
  public var certificatePath: String
  public var keyPath: String

  public init(certificatePath: String, keyPath: String) {
    self.certificatePath = certificatePath
    self.keyPath = keyPath
  }
}
