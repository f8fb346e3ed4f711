public import CatalogEvents
import Foundation

extension Timestamp {
  /// The wall's clock, to the millisecond.
  public static func now() -> Timestamp {
    Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
}
