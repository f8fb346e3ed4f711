import CatalogEvents

/// A request that is to be answered, whole or refused before its body was read.
struct ReceivedRequest: Sendable {
  var head: RequestHead
  /// `nil` when it was refused unread.
  var body: [UInt8]?
  var refusal: Refusal?
  /// When it was complete, or refused.
  var receivedAt: Timestamp
  /// The peer as `address:port`, an IPv6 address in brackets.
  var remote: String
}

/// Why a request is not taken.
struct Refusal: Sendable, Hashable {
  var status: Int
  /// In the words that the sender is told.
  var reason: String
  /// The methods that the path does take.
  var allow: String?
  /// Whether it is kept as a rejected capture.
  var isKept = false
}
