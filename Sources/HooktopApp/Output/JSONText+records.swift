import EventRecords

extension JSONText {
  /// A list of pairs of name and value, in their order; a value that is not UTF-8 as an object with its base64.
  mutating func headers(_ fields: [HeaderField]) {
    array(fields) { json, field in
      json.array([0, 1]) { json, part in
        if part == 0 {
          json.string(field.name)
        } else if let text = field.text {
          json.string(text)
        } else {
          json.object { $0.member("base64", Base64.encode(field.bytes)) }
        }
      }
    }
  }
}

extension JSONText.Members {
  /// `body` is always there; `body_base64` beside it when there is no text to give.
  mutating func body(_ bytes: [UInt8]?) {
    if let bytes, let text = String(validating: bytes, as: UTF8.self) {
      member("body", text)
    } else {
      member("body", nil as String?)
      member("body_base64", bytes.map(Base64.encode))
    }
  }
}
