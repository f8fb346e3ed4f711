/// Where a setting's value came from, the strongest first.
public enum SettingSource: Sendable, Hashable, CustomStringConvertible {
  case option
  /// An environment variable, by its name.
  case environment(String)
  /// The config file, by its path.
  case file(String)
  case standing

  /// How much it counts beside others: the smaller wins.
  var rank: Int {
    switch self {
    case .option: 0
    case .environment: 1
    case .file: 2
    case .standing: 3
    }
  }

  /// `option`, `environment HOOKTOP_HTTP`, `file /home/ana/.config/hooktop/config.yaml` or `default`.
  public var description: String {
    switch self {
    case .option: "option"
    case .environment(let name): "environment \(name)"
    case .file(let path): "file \(path)"
    case .standing: "default"
    }
  }

  /// Where it is to be mended, for the middle of a sentence.
  func place(of setting: Setting) -> String {
    switch self {
    case .option: "the option \(setting.optionName)"
    case .environment(let name): "the environment variable \(name)"
    case .file(let path): path
    case .standing: "the default"
    }
  }

  /// A mistake on the command line is one of usage, elsewhere one of configuration.
  var exitStatus: ExitStatus {
    self == .option ? .usage : .badConfiguration
  }
}

/// A setting's value as it was written, and where.
public struct SettingEntry: Sendable, Hashable {
  public var setting: Setting
  /// One text; none or several only for `Setting.Kind.texts`.
  public var texts: [String]
  public var source: SettingSource

  public var text: String { texts.joined(separator: ", ") }
}
