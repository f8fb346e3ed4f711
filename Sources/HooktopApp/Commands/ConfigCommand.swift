import EventRecords

/// `hooktop config`: every setting, its value, and where that came from.
public enum ConfigCommand {
  public static func run(settings: Settings, asJSON: Bool) throws {
    try StandardOutput().writeAll(asJSON ? json(settings) : Array(table(settings).utf8))
  }

  /// Three columns, aligned; a setting without a value has `-`.
  static func table(_ settings: Settings) -> String {
    var rows = [["config", settings.configFile.path + (settings.configFile.isRead ? "" : " (not there)"), "\(settings.configFile.source)"]]
    for setting in Setting.allCases {
      let entry = settings.entry(setting)
      rows.append([setting.key, entry.map(shown) ?? "-", entry.map { "\($0.source)" } ?? "not set"])
    }
    rows = rows.map { $0.map(SafeText.line) }
    let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let padded = zip(row, widths).map { text, width in text + String(repeating: " ", count: width - text.count) }
      return padded.joined(separator: "  ") + "  " + row[2] + "\n"
    }.joined()
  }

  /// One object, with an object of `value` and `source` for each setting.
  static func json(_ settings: Settings) -> [UInt8] {
    var json = JSONText()
    json.object { object in
      object.member("config") { json in
        json.object { entry in
          entry.member("value", settings.configFile.path)
          entry.member("source", settings.configFile.source.description)
        }
      }
      for setting in Setting.allCases {
        object.member(setting.key) { json in
          json.object { member in
            let entry = settings.entry(setting)
            member.member("value") { json in
              if let entry { value(entry, settings, &json) } else { json.raw("null") }
            }
            member.member("source", entry?.source.description)
          }
        }
      }
    }
    return json.line
  }

  private static func value(_ entry: SettingEntry, _ settings: Settings, _ json: inout JSONText) {
    switch entry.setting.kind {
    case .flag: json.boolean((try? entry.flag()) ?? false)
    case .bytes: json.integer((try? entry.byteCount()).map(Int64.init))
    case .texts: json.array(entry.texts) { $0.string($1) }
    case .address, .path, .url, .text: json.string(shown(entry))
    }
  }

  /// The value with what is secret in a URL masked.
  private static func shown(_ entry: SettingEntry) -> String {
    entry.setting.kind == .url ? SecretMask()(entry.text) : entry.text
  }
}
