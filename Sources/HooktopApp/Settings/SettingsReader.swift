import Configuration
import Synchronization

/// Finds the text of every setting and where it came from: option before environment before file before default.
struct SettingsReader: Sendable {
  private let reader: ConfigReader
  private let recorder = AccessRecorder()
  /// What each of the reader's providers stands for, in their order.
  private let origins: [Origin]

  private enum Origin: Sendable {
    case options, environment, catalogEnvironment, file(String), standing
  }

  init(options: [Setting: [String]], environment: [String: String], file: ConfigFile?, folders: UserFolders) {
    // A variable that is set to nothing counts as not set, as it does for the catalog.
    let variables = environment.filter { !$0.value.isEmpty }
    let catalogVariables = variables.filter { name, _ in Setting.allCases.contains { $0.catalogEnvironmentName == name } }
    var providers: [(Origin, any ConfigProvider)] = [
      (.options, Self.provider("options", options)),
      (.environment, EnvironmentVariablesProvider(environmentVariables: variables).prefixKeys(with: ConfigKey(["hooktop"]))),
      (
        .catalogEnvironment,
        EnvironmentVariablesProvider(environmentVariables: catalogVariables).prefixKeys(with: ConfigKey(["opteryx", "webhook"]))
      ),
    ]
    if let file {
      providers.append((.file(file.path), file.provider))
    }
    let standing = Setting.allCases.compactMap { setting in setting.defaultText(in: folders).map { (setting, [$0]) } }
    providers.append((.standing, Self.provider("defaults", Dictionary(uniqueKeysWithValues: standing))))
    origins = providers.map(\.0)
    reader = ConfigReader(providers: providers.map(\.1), accessReporter: recorder)
  }

  private static func provider(_ name: String, _ values: [Setting: [String]]) -> InMemoryProvider {
    var content: [AbsoluteConfigKey: ConfigValue] = [:]
    for (setting, texts) in values {
      let value: ConfigContent = setting.kind == .texts ? .stringArray(texts) : .string(texts.last ?? "")
      content[AbsoluteConfigKey([setting.key])] = ConfigValue(value, isSecret: false)
    }
    return InMemoryProvider(name: name, values: content)
  }

  /// The value that counts; `nil` when the setting has none.
  func entry(for setting: Setting) throws(CommandFailure) -> SettingEntry? {
    let key = ConfigKey([setting.key])
    let texts: [String]?
    if setting.kind == .texts {
      if let list = reader.stringArray(forKey: key) {
        texts = list
      } else if recorder.failed {
        // Only a file can hold one text where a list is asked for.
        texts = reader.string(forKey: key).map {
          $0.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
        }
      } else {
        texts = nil
      }
    } else {
      texts = reader.string(forKey: key).map { [$0] }
    }
    guard let index = recorder.answeringProvider, origins.indices.contains(index) else { return nil }
    let source = source(of: setting, origins[index])
    guard let texts else {
      guard recorder.failed else { return nil }
      throw CommandFailure(source.exitStatus, "\(setting.key) in \(source.place(of: setting)) is a list or a group: it must be one value")
    }
    return SettingEntry(setting: setting, texts: texts, source: source)
  }

  private func source(of setting: Setting, _ origin: Origin) -> SettingSource {
    switch origin {
    case .options: .option
    case .environment: .environment(setting.environmentName)
    case .catalogEnvironment: .environment(setting.catalogEnvironmentName ?? setting.environmentName)
    case .file(let path): .file(path)
    case .standing: .standing
    }
  }
}

/// Remembers which provider gave the last answer: the reader itself returns the value alone.
private final class AccessRecorder: AccessReporter {
  private let last = Mutex<(answering: Int?, failed: Bool)>((nil, false))

  func report(_ event: AccessEvent) {
    // The reader asks one provider after the other and stops at the first that has a value or fails.
    let results = event.providerResults
    let outcome: (answering: Int?, failed: Bool) =
      switch results.last?.result {
      case .success(let lookup): (lookup.value == nil ? nil : results.count - 1, false)
      case .failure: (results.count - 1, true)
      case nil: (nil, false)
      }
    last.withLock { $0 = outcome }
  }

  var answeringProvider: Int? { last.withLock { $0.answering } }
  var failed: Bool { last.withLock { $0.failed } }
}
