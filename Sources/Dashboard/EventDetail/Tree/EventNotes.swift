import CatalogEvents
import EventRecords

/// What is said beside the lines of an event.
enum EventNotes {
  /// The findings of a capture by where the values that they are about begin; for something absent, by its nearest parent that is there.
  static func byOffset(_ capture: Capture, _ document: JSONDocument) -> [Int: [LineNote]] {
    var notes: [Int: [LineNote]] = [:]
    var placed: Set<String> = []
    let start = document.root.byteRange.lowerBound
    if capture.verdict == .rejected, let reason = capture.reason {
      notes[start, default: []].append(.finding("rejected with \(capture.status): \(reason)"))
    } else {
      for finding in Finding.all(in: document) {
        notes[offset(of: finding.path, in: document), default: []].append(.finding(finding.message))
        placed.insert(finding.message)
      }
    }
    // What an older version or another one found is kept with the capture, and is not lost.
    for message in capture.findings where !placed.contains(message) {
      notes[start, default: []].append(.finding(message))
    }
    return notes
  }

  /// Where the schema of a dataset begins, beside which its changes are told.
  static func schemaOffset(in document: JSONDocument) -> Int {
    offset(of: JSONPath([.name("data"), .name("schema")]), in: document)
  }

  private static func offset(of path: JSONPath, in document: JSONDocument) -> Int {
    var components = path.components
    while true {
      if let value = document.value(at: JSONPath(components)) { return value.byteRange.lowerBound }
      guard components.popLast() != nil else { return document.root.byteRange.lowerBound }
    }
  }

  /// A moment as a date, and how far it is from the arrival.
  static func explain(_ moment: Timestamp, receivedAt: Timestamp) -> String {
    let distance = receivedAt.milliseconds(since: moment)
    let relation =
      distance >= 0
      ? "\(ClockFormat.distance(distance.magnitude)) before it came"
      : "\(ClockFormat.distance(distance.magnitude)) after it came: clocks differ"
    return "\(ClockFormat.utc(moment)), \(relation)"
  }
}
