/// Why the receiver cannot listen, as one sentence that names the thing and the mend.
public enum ReceiverError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another program has the port.
  case portTaken(String)
  /// The address cannot be listened on for another reason.
  case cannotListen(String)
  /// The certificate or the key cannot be used.
  case badIdentity(String)

  public var description: String {
    switch self {
    case .portTaken(let sentence), .cannotListen(let sentence), .badIdentity(let sentence): sentence
    }
  }
}
