import ArgumentParser
import HooktopApp

struct Replay: Action {
  static let configuration = CommandConfiguration(
    abstract: "Send captures again, bytes unchanged.",
    discussion: """
      They are sent one after the other, in the order in which they are named. The body goes byte for byte; so do the headers, but for \
      those of the connection (Host, Content-Length, Connection) and every secret one (Authorization, Cookie, tokens). Where to: --to, \
      else --domain, else OPTERYX_WEBHOOK_DOMAIN. Exits with 1 when a delivery failed; nothing is sent when one of the captures is not \
      in the store, or was kept without its body.

      Examples:
        hooktop replay 509 510 511 --to http://127.0.0.1:9080/event
        hooktop replay 511 --domain localhost:8443 --json
        hooktop replay 511 --to https://router.example.com/event --dry-run
      """)

  @Argument(help: ArgumentHelp("The captures' numbers, as hooktop events gives them.", valueName: "ID")) var ids: [Int64]
  @OptionGroup(title: "Where to and how") var target: TargetOptions
  @Flag(name: .customLong("dry-run"), help: "Print the requests as they would go out, and send nothing.") var isDryRun = false
  @Flag(name: .customLong("json"), help: "One JSON object for each send.") var asJSON = false
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform() async throws {
    var manner = ReplayCommand.Manner()
    manner.isDryRun = isDryRun
    manner.asJSON = asJSON
    try await ReplayCommand.run(settings: try await common.settings(receiver.values, target.values), ids: ids, manner: manner)
  }
}
