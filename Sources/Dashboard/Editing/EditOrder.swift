public import EventRecords

/// A body that is to be changed in the operator's editor.
public struct EditOrder: Sendable, Hashable {
  public var captureID: Int64
  /// What the editor begins with; `nil` for the capture's own body.
  public var body: [UInt8]?

  public init(captureID: Int64, body: [UInt8]? = nil) {
    self.captureID = captureID
    self.body = body
  }
}

/// What became of an `EditOrder`.
public struct EditResult: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    /// The editor ended well and left these bytes.
    case edited([UInt8])
    /// Why there is nothing to go on with, as a sentence without its full stop.
    case failed(reason: String)
  }

  /// The capture, as it came.
  public var captureID: Int64
  public var capture: Capture?
  public var outcome: Outcome

  public init(captureID: Int64, capture: Capture?, outcome: Outcome) {
    self.captureID = captureID
    self.capture = capture
    self.outcome = outcome
  }
}
