import Configuration
import EventRecords
import Foundation
import Synchronization

/// The config file, read through swift-configuration, with every key in it known.
struct ConfigFile: Sendable {
  var path: String
  var provider: FileProvider<YAMLSnapshot>

  /// Reads the file at `path`; `nil` when it is not there and need not be, or holds nothing but comments.
  init?(path: String, mayBeMissing: Bool) async throws(CommandFailure) {
    guard FileManager.default.fileExists(atPath: path) else {
      if mayBeMissing { return nil }
      throw CommandFailure(.badConfiguration, "the config file \(path) does not exist: create it, or leave out --config and HOOKTOP_CONFIG")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.badConfiguration, "the config file \(path) cannot be read: make it a file that you may read")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandFailure(.badConfiguration, "the config file \(path) is not UTF-8: save it as UTF-8 text")
    }
    if Self.isBlank(text) { return nil }

    // The provider does not tell which keys its file has, but asks of each whether it is secret.
    let names = KeyList()
    do {
      let location = InMemoryProvider(values: ["filePath": ConfigValue(.string(path), isSecret: false)])
      provider = try await FileProvider<YAMLSnapshot>(
        parsingOptions: .init(secretsSpecifier: .dynamic { key, _ in names.add(key) }), config: ConfigReader(provider: location))
    } catch {
      throw CommandFailure(.badConfiguration, "the config file \(path) cannot be understood: \(Self.reason(error))")
    }
    self.path = path
    for key in names.all where Setting(rawValue: key) == nil {
      let nearest = NearestName.of(key, among: Setting.allCases.map(\.key)).map { "; did you mean \($0)?" } ?? ""
      throw CommandFailure(.badConfiguration, "\(path) sets \(key), which is no setting\(nearest)")
    }
  }

  private static func isBlank(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).allSatisfy { line in
      let line = line.drop(while: \.isWhitespace)
      return line.isEmpty || line.hasPrefix("#") || line == "---"
    }
  }

  /// The first line of the parser's message: the others show the text around the place.
  private static func reason(_ error: any Error) -> String {
    let line = "\(error)".split(whereSeparator: \.isNewline).first.map(String.init) ?? "it is not YAML"
    return line.hasSuffix(":") ? String(line.dropLast()) : line
  }
}

/// Collects the keys of a file while it is read.
private final class KeyList: Sendable {
  private let keys = Mutex<[String]>([])

  /// Always false: no setting is secret.
  func add(_ key: String) -> Bool {
    keys.withLock { $0.append(key) }
    return false
  }

  var all: [String] { keys.withLock { $0 } }
}
