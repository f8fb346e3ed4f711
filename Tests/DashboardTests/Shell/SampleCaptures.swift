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

extension SampleCaptures {
  /// Up to a few captures of any kind, without ids.
  static func random(using random: inout some RandomNumberGenerator) -> [Capture] {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      var capture = everything.randomElement(using: &random) ?? .fixture()
      capture.id = 0
      return capture
    }
  }

  private static let everything = mixed() + hostile

  /// Captures whose texts would act on a terminal, or push columns about, if they were printed as they are.
  static let hostile: [Capture] = {
    let names = [
      "\u{1B}]0;owned\u{07}title", "\u{9B}31mred\u{202E}txt.exe", "line\rback\u{8}\u{8}over\nnext", "nul\u{0}and\u{7F}del", "字字字字字字字字字字字字字",
      "e\u{301}e\u{301}e\u{301} 👩‍👩‍👧‍👦 🇫🇷", String(repeating: "x", count: 5_000), "",
    ]
    return names.enumerated().map { index, name in
      let data = "{\"location\": \"\(name.unicodeScalars.allSatisfy { $0.value >= 0x20 } ? name : "")\", \"properties\": {}}"
      var capture = Capture.fixture(id: 700 + Int64(index), workspace: "ac\u{1B}[2Jme", name: name, data: data)
      capture.headers.append(HeaderField(name: "X-\u{1B}[1m", bytes: [0x1B, 0x5B, 0xFF, 0x41]))
      return capture
    }
  }()
}
