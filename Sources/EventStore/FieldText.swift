import CatalogEvents
import EventRecords
import Foundation

/// Headers and findings as the JSON texts that their columns hold.
enum FieldText {
  /// `[["Host","localhost:8443"],["X-Odd",{"base64":"/w=="}]]`.
  static func encode(_ headers: [HeaderField]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(headers.reduce(2) { $0 + $1.name.utf8.count + $1.bytes.count + 8 })
    text.append(.init(ascii: "["))
    for (index, field) in headers.enumerated() {
      text += index == 0 ? "[".utf8 : ",[".utf8
      append(field.name.utf8, to: &text)
      text.append(.init(ascii: ","))
      if String(validating: field.bytes, as: UTF8.self) != nil {
        append(field.bytes, to: &text)
      } else {
        text += "{\"base64\":\"".utf8
        text += Data(field.bytes).base64EncodedData()
        text += "\"}".utf8
      }
      text.append(.init(ascii: "]"))
    }
    text.append(.init(ascii: "]"))
    return text
  }

  /// `["data.location is null"]`.
  static func encode(_ findings: [String]) -> [UInt8] {
    var text: [UInt8] = [.init(ascii: "[")]
    for (index, finding) in findings.enumerated() {
      if index > 0 { text.append(.init(ascii: ",")) }
      append(finding.utf8, to: &text)
    }
    text.append(.init(ascii: "]"))
    return text
  }

  /// What `encode` wrote; `nil` when the text is anything else.
  static func headers(_ text: [UInt8]) -> [HeaderField]? {
    guard let document = try? JSONDocument(text), document.root.kind == .array else { return nil }
    var headers: [HeaderField] = []
    for element in document.root.elements {
      let parts = element.elements
      guard parts.count == 2, let name = parts[0].string, let bytes = valueBytes(parts[1]) else { return nil }
      headers.append(HeaderField(name: name, bytes: bytes))
    }
    return headers
  }

  /// What `encode` wrote; `nil` when the text is anything else.
  static func findings(_ text: [UInt8]) -> [String]? {
    if text == Array("[]".utf8) { return [] }
    guard let document = try? JSONDocument(text), document.root.kind == .array else { return nil }
    let findings = document.root.elements.compactMap(\.string)
    return findings.count == document.root.count ? findings : nil
  }

  private static func valueBytes(_ value: JSONValue) -> [UInt8]? {
    if let text = value.string { return Array(text.utf8) }
    return value["base64"]?.string.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
  }

  /// Writes UTF-8 as a JSON string, escaping only what JSON demands.
  private static func append(_ string: some Sequence<UInt8>, to text: inout [UInt8]) {
    text.append(.init(ascii: "\""))
    for byte in string {
      switch byte {
      case .init(ascii: "\""), .init(ascii: "\\"):
        text.append(.init(ascii: "\\"))
        text.append(byte)
      case 0..<0x20:
        text += "\\u00".utf8
        text.append(hexDigit(byte >> 4))
        text.append(hexDigit(byte & 0xF))
      default:
        text.append(byte)
      }
    }
    text.append(.init(ascii: "\""))
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? .init(ascii: "0") + value : .init(ascii: "a") + value - 10
  }
}
