import ArgumentParser
import HooktopApp

/// The options that say which store, which log and which config file, alike for every command.
struct CommonOptions: ParsableArguments {
  @Option(name: .setting(.store), help: .setting(.store)) var store: String?
  @Option(name: .setting(.logFile), help: .setting(.logFile)) var logFile: String?
  @Option(name: .setting(.mask), help: .setting(.mask)) var masks: [String] = []
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp("The config file to read in place of the standing one (HOOKTOP_CONFIG)", valueName: "PATH"))
  var configPath: String?

  /// The settings with these options and those of the command's other groups.
  func settings(_ groups: [Setting: [String]]...) async throws -> Settings {
    var own = given([.store: store, .logFile: logFile])
    if !masks.isEmpty { own[.mask] = masks }
    return try await Settings.load(options: groups.reduce(own) { $0.merging($1) { $1 } }, configPath: configPath)
  }
}

/// The options of the receiver. Every command takes them, so that a script can give the same ones to all; the help of those that
/// receive nothing leaves them out.
struct ReceiverOptions: ParsableArguments {
  @Option(name: .setting(.http), help: .setting(.http)) var http: String?
  @Option(name: .setting(.https), help: .setting(.https)) var https: String?
  @Option(name: .setting(.tlsCertificate), help: .setting(.tlsCertificate)) var tlsCertificate: String?
  @Option(name: .setting(.tlsKey), help: .setting(.tlsKey)) var tlsKey: String?
  @Option(name: .setting(.tlsName), help: .setting(.tlsName)) var tlsNames: [String] = []
  @Option(name: .setting(.maxBody), help: .setting(.maxBody)) var maxBody: String?
  @Flag(name: .setting(.ephemeral), help: .setting(.ephemeral)) var isEphemeral = false

  var values: [Setting: [String]] {
    var values = given([.http: http, .https: https, .tlsCertificate: tlsCertificate, .tlsKey: tlsKey, .maxBody: maxBody])
    if !tlsNames.isEmpty { values[.tlsName] = tlsNames }
    if isEphemeral { values[.ephemeral] = ["true"] }
    return values
  }
}

/// The options that say where to send, and how.
struct TargetOptions: ParsableArguments {
  @Option(name: .setting(.target), help: .setting(.target)) var target: String?
  @Option(name: .setting(.domain), help: .setting(.domain)) var domain: String?
  @Option(name: .setting(.queue), help: .setting(.queue)) var queue: String?
  @Flag(name: .setting(.direct), help: .setting(.direct)) var isDirect = false
  @Option(name: .setting(.authority), help: .setting(.authority)) var authority: String?

  var values: [Setting: [String]] {
    var values = given([.target: target, .domain: domain, .queue: queue, .authority: authority])
    if isDirect { values[.direct] = ["true"] }
    return values
  }
}

/// Those of the settings that have a value.
private func given(_ values: [Setting: String?]) -> [Setting: [String]] {
  values.compactMapValues { value in value.map { [$0] } }
}

extension NameSpecification {
  static func setting(_ setting: Setting) -> NameSpecification {
    .customLong(setting.key)
  }
}

extension ArgumentHelp {
  /// What it is for, its default and its variable.
  static func setting(_ setting: Setting) -> ArgumentHelp {
    ArgumentHelp(
      "\(setting.help) (\(setting.standingText.map { "default \($0), " } ?? "")\(setting.environmentName))",
      valueName: setting.valueName)
  }
}
