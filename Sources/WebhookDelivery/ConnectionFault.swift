import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the operating system says about a connection that failed.
enum ConnectionFault: Sendable, Hashable {
  case refused, reset, timedOut, noRoute, tooManyFiles, noLocalAddress, forbidden
  case other(String)

  init(_ error: IOError) {
    self =
      switch error.errnoCode {
      case ECONNREFUSED: .refused
      case ECONNRESET, EPIPE, ECONNABORTED: .reset
      case ETIMEDOUT: .timedOut
      case EHOSTUNREACH, ENETUNREACH, EAFNOSUPPORT: .noRoute
      case EMFILE, ENFILE: .tooManyFiles
      case EADDRNOTAVAIL: .noLocalAddress
      case EACCES, EPERM: .forbidden
      default: .other(String(cString: strerror(error.errnoCode)))
      }
  }

  /// One clause that names `place`, a host and its port.
  func clause(about place: String) -> String {
    switch self {
    case .refused: "connection refused by \(place)"
    case .reset: "the connection was reset by \(place)"
    case .timedOut: "timed out connecting to \(place)"
    case .noRoute: "there is no route to \(place)"
    case .tooManyFiles: "too many files are open to connect to \(place): send fewer at a time or raise the limit (ulimit -n)"
    case .noLocalAddress: "this machine has no address and port left to connect to \(place) from"
    case .forbidden: "this machine does not allow connections to \(place)"
    case .other(let text): "the connection to \(place) failed: \(text)"
    }
  }
}
