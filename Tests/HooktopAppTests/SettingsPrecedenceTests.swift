import EventReceiver
import Foundation
import HooktopTesting
import Testing

@testable import HooktopApp

@Suite struct SettingsPrecedenceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Settings of a user whose folders lie in the test's own.
  private func load(
    options: [Setting: [String]] = [:], environment: [String: String] = [:], file: String? = nil
  ) async throws -> Settings {
    var environment = environment
    environment["HOME"] = folder.path
    let configFolder = folder.path + "/.config/hooktop"
    if let file {
      try FileManager.default.createDirectory(atPath: configFolder, withIntermediateDirectories: true)
      try Data(file.utf8).write(to: URL(fileURLWithPath: configFolder + "/config.yaml"))
    } else {
      try? FileManager.default.removeItem(atPath: configFolder)
    }
    return try await Settings.load(options: options, environment: environment)
  }

  private func failure(
    options: [Setting: [String]] = [:], environment: [String: String] = [:], file: String? = nil
  ) async -> CommandFailure? {
    do {
      _ = try await load(options: options, environment: environment, file: file)
      return nil
    } catch {
      return CommandFailure(error)
    }
  }

  @Test func defaultsCountWhenNothingIsSet() async throws {
    let settings = try await load()
    #expect(settings.http == ListenAddress(host: "127.0.0.1", port: 8080))
    #expect(settings.https == ListenAddress(host: "127.0.0.1", port: 8443))
    #expect(settings.storePath == folder.path + "/.local/share/hooktop/events.db")
    #expect(settings.maxBody == 8 << 20)
    #expect(!settings.isEphemeral)
    #expect(settings.identity == nil)
    #expect(settings.target == nil)
    #expect(settings.entry(.http)?.source == .standing)
    #expect(!settings.configFile.isRead)
  }

  @Test func optionWinsOverEnvironmentOverFileOverDefault() async throws {
    let file = "http: 127.0.0.1:3\nhttps: 127.0.0.1:3\nmax-body: 3\n"
    let environment = ["HOOKTOP_HTTP": "127.0.0.1:2", "HOOKTOP_HTTPS": "127.0.0.1:2"]
    let settings = try await load(options: [.http: ["127.0.0.1:1"]], environment: environment, file: file)
    #expect(settings.http?.port == 1)
    #expect(settings.https?.port == 2)
    #expect(settings.maxBody == 3)
    #expect(settings.entry(.http)?.source == .option)
    #expect(settings.entry(.https)?.source == .environment("HOOKTOP_HTTPS"))
    #expect(settings.entry(.maxBody)?.source == .file(folder.path + "/.config/hooktop/config.yaml"))
    #expect(settings.entry(.store)?.source == .standing)
  }

  @Test(arguments: Setting.allCases)
  func everySettingIsReadFromEverySource(_ setting: Setting) async throws {
    let value =
      switch setting.kind {
      case .address: "127.0.0.1:7"
      case .bytes: "7"
      case .flag: "true"
      case .url: "http://localhost:7/event"
      case .path, .text, .texts: "seven"
      }
    // A certificate and its key are set together.
    let partner: Setting? = setting == .tlsCertificate ? .tlsKey : setting == .tlsKey ? .tlsCertificate : nil
    let both = [setting] + (partner.map { [$0] } ?? [])

    let fromOption = try await load(options: Dictionary(uniqueKeysWithValues: both.map { ($0, [value]) }))
    #expect(fromOption.entry(setting)?.texts == [value])
    #expect(fromOption.entry(setting)?.source == .option)

    let fromEnvironment = try await load(environment: Dictionary(uniqueKeysWithValues: both.map { ($0.environmentName, value) }))
    #expect(fromEnvironment.entry(setting)?.texts == [value])
    #expect(fromEnvironment.entry(setting)?.source == .environment(setting.environmentName))

    let fromFile = try await load(file: both.map { "\($0.key): \(value)\n" }.joined())
    #expect(fromFile.entry(setting)?.texts == [value])
    #expect(fromFile.entry(setting)?.source == .file(folder.path + "/.config/hooktop/config.yaml"))
  }

  @Test func namesOfTheCertificateComeAsListsOrWithCommas() async throws {
    #expect(try await load(options: [.tlsName: ["a.test", "b.test"]]).tlsNames == ["a.test", "b.test"])
    #expect(try await load(environment: ["HOOKTOP_TLS_NAME": "a.test,b.test"]).tlsNames == ["a.test", "b.test"])
    #expect(try await load(file: "tls-name: [a.test, b.test]").tlsNames == ["a.test", "b.test"])
    #expect(try await load(file: "tls-name: a.test, b.test").tlsNames == ["a.test", "b.test"])
  }

  @Test func theCatalogsVariablesCountAfterOurs() async throws {
    let catalog = ["OPTERYX_WEBHOOK_DOMAIN": "catalog.test", "OPTERYX_WEBHOOK_QUEUE": "projects/p/locations/l/queues/q"]
    let settings = try await load(environment: catalog)
    #expect(settings.target == "https://catalog.test/event")
    #expect(settings.effectiveQueue == "projects/p/locations/l/queues/q")
    #expect(settings.entry(.domain)?.source == .environment("OPTERYX_WEBHOOK_DOMAIN"))

    let ours = try await load(environment: catalog.merging(["HOOKTOP_DOMAIN": "ours.test"]) { $1 })
    #expect(ours.target == "https://ours.test/event")
    #expect(try await load(environment: catalog, file: "domain: file.test").target == "https://catalog.test/event")
  }

  @Test func aVariableSetToNothingDoesNotCount() async throws {
    let settings = try await load(environment: ["OPTERYX_WEBHOOK_DOMAIN": "", "HOOKTOP_HTTP": ""])
    #expect(settings.target == nil)
    #expect(settings.http?.port == 8080)
  }

  @Test func aTargetWinsOverADomainOfTheSameSourceOnly() async throws {
    let both = try await load(options: [.target: ["http://t.test/x"], .domain: ["d.test"]])
    #expect(both.target == "http://t.test/x")
    let stronger = try await load(options: [.domain: ["d.test"]], file: "to: http://t.test/x")
    #expect(stronger.target == "https://d.test/event")
  }

  @Test func directOverridesAQueueOfNoStrongerSource() async throws {
    let environment = ["OPTERYX_WEBHOOK_QUEUE": "projects/p/locations/l/queues/q"]
    #expect(try await load(options: [.direct: ["true"]], environment: environment).effectiveQueue == nil)
    #expect(try await load(options: [.queue: ["local"]], environment: ["HOOKTOP_DIRECT": "yes"]).effectiveQueue == "local")
  }

  @Test func aMistakeIsOneSentenceWithItsPlace() async throws {
    let wrongOption = await failure(options: [.http: ["8080"]])
    #expect(wrongOption?.status == .usage)
    #expect(
      wrongOption?.sentence
        == "http is \"8080\" in the option --http; it must be ADDRESS:PORT, as in 127.0.0.1:8080 or [::1]:0, or off")
    let wrongVariable = await failure(environment: ["HOOKTOP_MAX_BODY": "huge"])
    #expect(wrongVariable?.status == .badConfiguration)
    #expect(wrongVariable?.sentence?.contains("max-body is \"huge\" in the environment variable HOOKTOP_MAX_BODY") == true)
    let wrongFile = await failure(file: "ephemeral: perhaps")
    #expect(wrongFile?.status == .badConfiguration)
    #expect(
      wrongFile?.sentence == "ephemeral is \"perhaps\" in \(folder.path)/.config/hooktop/config.yaml; it must be true or false")
    #expect(await failure(options: [.target: ["localhost:8080"]])?.status == .usage)
    #expect(await failure(options: [.target: ["http://127.0.0.1:99999/event"]])?.status == .usage)
    #expect(await failure(options: [.domain: ["https://x.test"]])?.status == .usage)
    #expect(await failure(options: [.domain: ["x.test?"]])?.status == .usage)
    #expect(await failure(options: [.tlsKey: ["key.pem"]])?.sentence?.hasPrefix("tls-key is set without tls-cert") == true)
    #expect(await failure(file: "http: [127.0.0.1:1]")?.sentence?.contains("must be one value") == true)
  }

  @Test func anUnknownKeyIsNamedWithTheNearestKnownOne() async throws {
    let misspelt = await failure(file: "http: off\nstroe: x.db\n")
    #expect(misspelt?.status == .badConfiguration)
    #expect(misspelt?.sentence == "\(folder.path)/.config/hooktop/config.yaml sets stroe, which is no setting; did you mean store?")
    #expect(await failure(file: "tls:\n  cert: x.pem")?.sentence?.hasSuffix("did you mean tls-cert?") == true)
  }

  @Test func aNamedFileMustBeThereAndTheStandingOneNeedNot() async throws {
    let named = await failure(environment: ["HOOKTOP_CONFIG": folder.file("none.yaml")])
    #expect(named?.status == .badConfiguration)
    #expect(named?.sentence?.contains(folder.file("none.yaml")) == true)
    #expect(await failure() == nil)
    #expect(await failure(file: "# nothing yet\n") == nil)
    #expect(await failure(file: "") == nil)
    let broken = await failure(file: "http: [")
    #expect(broken?.status == .badConfiguration)
    #expect(broken?.sentence?.contains("\n") == false)
  }

  @Test func aTildeIsTheUsersFolder() async throws {
    #expect(try await load(file: "store: ~/events.db").storePath == folder.path + "/events.db")
    #expect(try await load(environment: ["XDG_DATA_HOME": "/data"]).storePath == "/data/hooktop/events.db")
    #expect(try await load(environment: ["XDG_DATA_HOME": "data"]).storePath == folder.path + "/.local/share/hooktop/events.db")
  }

  @Test(arguments: [
    ("8388608", 8_388_608), ("8MiB", 8 << 20), ("8 MiB", 8 << 20), ("8m", 8 << 20), ("8MB", 8_000_000), ("1k", 1024),
  ])
  func bytesAreReadAsPeopleWriteThem(_ text: String, _ count: Int) {
    #expect(ByteCount.read(text) == count)
  }

  @Test(arguments: ["", "MiB", "-1", "1.5M", "8XB", "9223372036854775807G", "99999999999999999999"])
  func whatIsNoNumberOfBytesIsRefused(_ text: String) {
    #expect(ByteCount.read(text) == nil)
  }
}
