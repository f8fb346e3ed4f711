import CursesTerminal
import EventReceiver
import EventStore
import Foundation
import WebhookDelivery

/// What the program tells its caller when it ends.
public enum ExitStatus: Int32, Sendable, Hashable {
  case done = 0
  /// What was asked did not succeed: a delivery failed, nothing matched.
  case notSucceeded = 1
  case usage = 64
  case badInput = 65
  /// A port is taken or a server cannot be reached.
  case unavailable = 69
  case storeUnusable = 74
  case badConfiguration = 78
}

/// Why a command ends without success: one plain sentence that names the thing and the mend.
public struct CommandFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public var status: ExitStatus
  /// `nil` when all was already said.
  public var sentence: String?
  /// Lines below the sentence that show what it is about.
  public var lines: [String]

  public init(_ status: ExitStatus, _ sentence: String?, lines: [String] = []) {
    self.status = status
    self.sentence = sentence
    self.lines = lines
  }

  public var description: String { sentence ?? "" }

  /// The failure that an error from anywhere means to the user.
  public init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as StoreError: self.init(.storeUnusable, error.description)
    case let error as AuthorityError: self.init(.badConfiguration, error.description)
    case let error as TargetError: self.init(.badConfiguration, error.description)
    case let error as TerminalError: self.init(.notSucceeded, error.description)
    case let error as ReceiverError:
      switch error {
      case .portTaken, .cannotListen: self.init(.unavailable, error.description)
      case .badIdentity: self.init(.badConfiguration, error.description)
      }
    default: self.init(.notSucceeded, error.localizedDescription)
    }
  }

  /// Says the sentence on standard error, as `hooktop: …`, with nothing in it that a terminal would obey.
  public func report() {
    guard let sentence else { return }
    StandardError.say("hooktop: \(sentence)")
    for line in lines { StandardError.say(line) }
  }
}
