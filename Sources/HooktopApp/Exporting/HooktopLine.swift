import CatalogEvents
import EventRecords

/// A capture as a command line of hooktop itself.
enum HooktopLine {
  /// `hooktop replay 511 --to URL`: the bytes that came, from the store.
  static func replay(_ capture: Capture) -> String {
    "hooktop replay \(capture.id) --to \(ShellBytes.word(Array(RequestURL(capture).text.utf8)))"
  }

  /// `hooktop send event …`: the event fired anew, with the data that it had; `nil` where there is no event that `send` could write.
  static func send(_ capture: Capture) -> String? {
    guard let event = capture.event, let body = capture.body, let document = try? JSONDocument(body) else { return nil }
    var options = [("type", event.resourceType.rawValue), ("action", event.action.rawValue), ("workspace", event.workspace)]
    if let collection = event.collection { options.append(("collection", collection)) }
    options.append(("name", event.resourceName))
    guard options.allSatisfy({ !$0.1.isEmpty && !$0.1.utf8.contains(0) && $0.1.utf8.last != 0x0A }) else { return nil }
    options.append(("timestamp", String(event.timestamp.milliseconds)))
    var words = ["hooktop send event"] + options.map { option($0.0, $0.1) }
    var input = ""
    if let data = document.root["data"] {
      let text = asciiSafe(data.spelling)
      if text.utf8.count <= ShellBytes.longestArgument {
        words.append(option("data", text))
      } else {
        input = ShellBytes.writing(Array(text.utf8)) + " |\n  "
        words.append("--data -")
      }
    }
    words.append("--to " + ShellBytes.word(Array(RequestURL(capture).text.utf8)))
    return input + words.joined(separator: " \\\n  ")
  }

  /// A value with a dash in front needs an equals sign, or it would be taken for an option.
  private static func option(_ name: String, _ value: String) -> String {
    "--\(name)\(value.utf8.first == UInt8(ascii: "-") ? "=" : " ")\(ShellBytes.word(Array(value.utf8)))"
  }

  /// The same JSON value with nothing in it that a terminal could obey: blanks between the parts as spaces, characters escaped.
  private static func asciiSafe(_ json: String) -> String {
    var text = ""
    for scalar in json.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": text += " "
      case _ where SafeText.isUnsafe(scalar): text += JSONText.escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
