import Foundation

/// Where hooktop keeps things for a user, by the XDG base directory specification.
public struct UserFolders: Sendable, Hashable {
  /// `$XDG_DATA_HOME/hooktop`: the store and the local certificate authority.
  public var data: String
  /// `$XDG_CONFIG_HOME/hooktop`: the config file.
  public var config: String
  public var home: String

  /// Reads the folders from the environment; a relative path in an XDG variable does not count, as the specification says.
  public init(environment: [String: String]) {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
    func folder(_ variable: String, _ standing: String) -> String {
      let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + standing
      return base + (base.hasSuffix("/") ? "hooktop" : "/hooktop")
    }
    self.home = home
    data = folder("XDG_DATA_HOME", "/.local/share")
    config = folder("XDG_CONFIG_HOME", "/.config")
  }

  /// The config file that is read when none is named.
  public var configFile: String { config + "/config.yaml" }

  /// A path with a leading `~` replaced by the user's folder: no shell does that in a file or in `--store=~/x`.
  public func expand(_ path: String) -> String {
    if path == "~" { return home }
    return path.hasPrefix("~/") ? home + path.dropFirst(1) : path
  }

  /// A path as a person would write it, `~` for the user's folder.
  public func abbreviate(_ path: String) -> String {
    path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }
}
