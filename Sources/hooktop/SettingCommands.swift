import ArgumentParser
import HooktopApp

struct Authority: Action {
  static let configuration = CommandConfiguration(
    commandName: "ca",
    abstract: "Print where the local CA is, and the lines that make a catalog trust and use it.",
    discussion: """
      Makes the CA when there is none yet. The output can be evaluated by a shell.

      Examples:
        hooktop ca
        eval "$(hooktop ca)"
      """)

  @OptionGroup(title: "The receiver") var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform() async throws {
    try AuthorityCommand.run(settings: try await common.settings(receiver.values))
  }
}

struct Config: Action {
  static let configuration = CommandConfiguration(
    abstract: "Print every setting and where it came from.",
    discussion: """
      Examples:
        hooktop config
        hooktop config --json | jq .store.value
        HOOKTOP_HTTP=off hooktop config
      """)

  @Flag(name: .customLong("json"), help: "One JSON object with all of them.") var asJSON = false
  @OptionGroup(title: "The receiver") var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions
  @OptionGroup(title: "Where test events go") var target: TargetOptions

  func perform() async throws {
    try ConfigCommand.run(settings: try await common.settings(receiver.values, target.values), asJSON: asJSON)
  }
}
