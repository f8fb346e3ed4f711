/// Writes values and names so that the parser reads them as they are.
public enum FilterQuoting {
  /// A term that asks for exactly this value: `name:orders`, `ws:"a b"`.
  public static func term(_ field: FilterField, is value: String) -> String {
    field.spelling + ":" + self.value(value)
  }

  /// A value after a colon, in quotes where it needs them.
  public static func value(_ text: String) -> String {
    !text.isEmpty && text.unicodeScalars.allSatisfy { isPlain($0) && $0 != "*" } ? text : quoted(text)
  }

  /// A name in the path of a field.
  static func pathName(_ name: String) -> String {
    !name.isEmpty && name.unicodeScalars.allSatisfy(isNamePart) ? name : quoted(name)
  }

  /// What a name in a path may have outside of quotes.
  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isPlain(scalar) && !".[]:=~<>!".unicodeScalars.contains(scalar)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.properties.isWhitespace, !"\"\\()".unicodeScalars.contains(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }

  /// In quotes; what is not to be seen is written as JSON's escapes.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where isPlain(scalar) || scalar == " " || scalar == "(" || scalar == ")": quoted.unicodeScalars.append(scalar)
      default:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return quoted + "\""
  }
}
