import CatalogEvents
import EventRecords

/// Writes captures in a format, one after the other, so that any number of them takes the memory of one.
struct CaptureExporter: Sendable {
  let format: ExportFormat
  let mask: SecretMask
  var curl = CurlCommand()
  var csv = CaptureCSV()
  private(set) var count = 0
  /// How many of them had secrets that are masked.
  private(set) var maskedCount = 0

  init(format: ExportFormat, mask: SecretMask) {
    self.format = format
    self.mask = mask
  }

  /// What stands before the first.
  var head: [UInt8] {
    switch format {
    case .jsonl: []
    case .csv: Array(CaptureCSV.head.utf8)
    case .har: Array(CaptureHAR.head.utf8)
    case .curl: Array("#!/bin/sh\n".utf8)
    }
  }

  /// What stands after the last.
  var foot: [UInt8] {
    format == .har ? Array(CaptureHAR.foot.utf8) : []
  }

  /// The next capture as the format has it.
  mutating func piece(_ capture: Capture) -> [UInt8] {
    let isFirst = count == 0
    count += 1
    if mask.hides(capture) { maskedCount += 1 }
    switch format {
    case .jsonl: return CaptureJSON.line(capture, mask: mask)
    case .csv: return Array(csv.line(mask(capture)).utf8)
    case .har: return CaptureHAR.entry(mask(capture), isFirst: isFirst)
    case .curl: return Array(script(mask(capture)).utf8)
    }
  }

  /// A command with a line that says what it sends, and what it cannot.
  private func script(_ capture: Capture) -> String {
    let subject = capture.event.map { "\($0.action.rawValue) \($0.resourceType.rawValue) \(CaptureLine.subject($0))" } ?? "no event"
    var lines = ["", "# #\(capture.id), received \(capture.receivedAt.iso8601): \(subject)"]
    let leftOut = curl.leftOut(capture)
    if !leftOut.isEmpty { lines.append("# without what curl cannot send: \(leftOut.joined(separator: ", "))") }
    lines = lines.map(SafeText.line)
    lines.append(curl.command(capture) ?? "# its body was refused unread: there is nothing to send")
    return lines.joined(separator: "\n") + "\n"
  }
}
