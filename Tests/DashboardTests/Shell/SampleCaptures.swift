import CatalogEvents
import EventRecords
import HooktopTesting

/// Captures as an afternoon with a catalog brings them.
enum SampleCaptures {
  /// A dozen of different kinds, the ids counted from `first`.
  static func mixed(first: Int64 = 500, count: Int = 13) -> [Capture] {
    (0..<count).map { index in
      let sentAt = Timestamp(milliseconds: 1_795_442_600_112 - Int64(count - index) * 11_037)
      var capture =
        switch index % 8 {
        case 0: Capture.fixture(name: "orders_2025", sentAt: sentAt)
        case 1:
          Capture.fixture(
            action: .update, type: .view, name: "v_daily", sentAt: sentAt, data: #"{"definition": "SELECT 1", "properties": {}}"#)
        case 2: Capture.fixture(collection: "ops", name: "hosts", sentAt: sentAt, lag: 41_200)
        case 3:
          Capture.fixture(
            action: .delete, name: "returns", sentAt: sentAt, data: #"{"location": "gs://b/p", "dropped_by": "ana@acme.test"}"#)
        case 4: Capture.fixture(action: .rename, name: "orders_of_the_northern_warehouses_2026", sentAt: sentAt, lag: -1_200)
        case 5:
          Capture.fixture(action: .lock, collection: nil, type: .workspace, name: "acme", sentAt: sentAt, data: #"{"locked_by": "ana"}"#)
        case 6: Capture.rejectedFixture(receivedAt: sentAt)
        default: Capture.fixture(collection: "ops", name: "alerts", sentAt: sentAt, findings: ["data.location is null"])
        }
      capture.id = first + Int64(index)
      return capture
    }
  }
}
