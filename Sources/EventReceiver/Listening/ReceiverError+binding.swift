import Foundation
import NIOCore

extension ReceiverError {
  /// Says why the system would not let us listen.
  init(cannotListenOn listener: Listener, because error: any Error) {
    if let error = error as? ReceiverError {
      self = error
      return
    }
    let address = listener.address
    let option = listener.isTLS ? "--https" : "--http"
    let mend = "choose another port with \(option) \(ListenAddress(host: address.host, port: 0)) (0 takes a free one) or use \(option) off"
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE?:
      let holder = PortHolder.find(port: address.port).map { " by \($0)" } ?? ""
      self = .portTaken("\(address) is taken\(holder); \(mend)")
    case EACCES?:
      self = .cannotListen("\(address) cannot be listened on: ports below 1024 need more rights; \(mend)")
    case EADDRNOTAVAIL?:
      self = .cannotListen("\(address) cannot be listened on: this machine does not have the address; name one of its own with \(option)")
    case EAFNOSUPPORT?:
      self = .cannotListen("\(address) cannot be listened on: this machine does not speak its kind of address; name another with \(option)")
    case let code?:
      self = .cannotListen("\(address) cannot be listened on: \(String(cString: strerror(code)).lowercased()); \(mend)")
    case nil where error is SocketAddressError || error is SocketAddressError.UnknownHost:
      self = .cannotListen("\(address) cannot be listened on: the name \(address.host) is not known; name an address with \(option)")
    case nil:
      self = .cannotListen("\(address) cannot be listened on: \(error); \(mend)")
    }
  }
}
