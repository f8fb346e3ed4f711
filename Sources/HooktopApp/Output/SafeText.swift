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

  /// Whether a terminal could do something else with it than show it where it stands, or show nothing at all.
  ///
  /// By Unicode's own properties: controls, format characters (bidi, zero-width, tags, byte order mark), separators of lines and
  /// paragraphs, and whatever else is invisible by default, the selectors after an emoji excepted.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
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
