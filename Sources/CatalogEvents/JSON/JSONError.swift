/// Why a text is not JSON, and where.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The byte at which reading stopped, from 0.
  public var offset: Int
  /// From 1; lines end with LF, CR or CR LF.
  public var line: Int
  /// From 1, counted in Unicode scalars.
  public var column: Int
  /// One clause: `a comma or ] was expected`.
  public var reason: String
  /// Whether the text nests too deep, rather than being malformed.
  public var isTooDeep: Bool

  public init(offset: Int, line: Int, column: Int, reason: String, isTooDeep: Bool = false) {
    self.offset = offset
    self.line = line
    self.column = column
    self.reason = reason
    self.isTooDeep = isTooDeep
  }

  public var description: String {
    "line \(line), column \(column): \(reason)"
  }
}

extension JSONError {
  /// Finds line and column of `offset` in `bytes`, of which all before it must be UTF-8.
  init(offset: Int, in bytes: [UInt8], reason: String, isTooDeep: Bool = false) {
    var line = 1
    var column = 1
    for index in 0..<offset {
      switch bytes[index] {
      case UInt8(ascii: "\n"):
        line += 1
        column = 1
      case UInt8(ascii: "\r"):
        // The LF of a CR LF ends the line, not both.
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") {
          column += 1
        } else {
          line += 1
          column = 1
        }
      case 0x80...0xBF:
        // The rest of a scalar that is counted already.
        break
      default:
        column += 1
      }
    }
    self.init(offset: offset, line: line, column: column, reason: reason, isTooDeep: isTooDeep)
  }
}
