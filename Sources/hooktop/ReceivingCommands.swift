import ArgumentParser
import HooktopApp

struct Dashboard: Action {
  static let configuration = CommandConfiguration(
    abstract: "Show the dashboard (what hooktop does without a command).",
    discussion: """
      Receives, keeps and shows events live, and fires test events. It needs a terminal; hooktop listen does the same without one. \
      Press ? in it for its keys.

      Examples:
        hooktop
        hooktop --http 127.0.0.1:9000 --https off
        hooktop --ephemeral --tls-name hooks.example.test
      """)

  @OptionGroup(title: "The receiver") var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions
  @OptionGroup(title: "Where test events go") var target: TargetOptions

  func perform() async throws {
    try await DashboardSession.run(settings: try await common.settings(receiver.values, target.values))
  }
}

struct Listen: Action {
  static let configuration = CommandConfiguration(
    abstract: "Receive, and print each capture on standard output.",
    discussion: """
      Says on standard error where it listens, and prints each capture once it is stored. SIGTERM and Ctrl-C end it after what is in \
      flight is answered.

      Examples:
        hooktop listen
        hooktop listen --http 127.0.0.1:0 --https off --store /tmp/events.db
        hooktop listen --json | jq -r 'select(.verdict == "rejected").reason'
      """)

  @Flag(name: .customLong("json"), help: "One JSON object a line.") var asJSON = false
  @Flag(name: .customLong("with-secrets"), help: "Mask nothing in headers and URLs.") var withSecrets = false
  @OptionGroup(title: "The receiver") var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform() async throws {
    try await ListenCommand.run(settings: try await common.settings(receiver.values), asJSON: asJSON, withSecrets: withSecrets)
  }
}
