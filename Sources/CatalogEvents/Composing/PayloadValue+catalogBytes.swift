extension PayloadValue {
  /// The bytes that the catalog's client would write for it: `", "` and `": "` between the parts, everything outside 0x20 to 0x7E
  /// escaped.
  public var catalogBytes: [UInt8] {
    var writer = CatalogWriter()
    writer.write(self)
    return writer.bytes
  }
}

/// Writes JSON as Python's `json.dumps` does by itself.
private struct CatalogWriter {
  var bytes: [UInt8] = []

  mutating func write(_ value: PayloadValue) {
    switch value {
    case .null: write("null")
    case .boolean(let value): write(value ? "true" : "false")
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let text): writeString(text.utf16)
    case .codeUnits(let units): writeString(units)
    case .array(let elements):
      write("[")
      for (position, element) in elements.enumerated() {
        if position > 0 {
          write(", ")
        }
        write(element)
      }
      write("]")
    case .object(let members):
      write("{")
      for (position, member) in members.enumerated() {
        if position > 0 {
          write(", ")
        }
        if let units = member.nameCodeUnits {
          writeString(units)
        } else {
          writeString(member.name.utf16)
        }
        write(": ")
        write(member.value)
      }
      write("}")
    }
  }

  private mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func writeString(_ units: some Sequence<UInt16>) {
    write("\"")
    for unit in units {
      switch unit {
      case 0x22: write("\\\"")
      case 0x5C: write("\\\\")
      case 0x20...0x7E: bytes.append(UInt8(unit))
      case 0x08: write("\\b")
      case 0x09: write("\\t")
      case 0x0A: write("\\n")
      case 0x0C: write("\\f")
      case 0x0D: write("\\r")
      default: writeEscape(unit)
      }
    }
    write("\"")
  }

  private mutating func writeEscape(_ unit: UInt16) {
    write("\\u")
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(unit >> shift & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
