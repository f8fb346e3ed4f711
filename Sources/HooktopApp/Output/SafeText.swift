/// Text from the network made safe to print: nothing in it moves the cursor, retitles a window or reorders what stands beside it.
enum SafeText {
  /// `text` on one line: C0 controls and DEL become their pictures (`␛`), C1, bidi and other invisible controls `�`.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(isUnsafe(scalar) ? picture(of: scalar) : scalar)
    }
    return String(scalars)
  }

  /// `text` with its line feeds and tabs as they are, and all else as in `line`.
  static func lines(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(isUnsafe(scalar) && scalar != "\n" && scalar != "\t" ? picture(of: scalar) : scalar)
    }
    return String(scalars)
  }

  /// Whether a terminal could do something else with it than show it where it stands.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    // Arabic letter mark, directional marks, embeddings, overrides and isolates.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    // Line and paragraph separator, byte order mark.
    case 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    default: "\u{FFFD}"
    }
  }
}
