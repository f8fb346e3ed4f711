import ArgumentParser
import HooktopApp

/// The command line: each command only parses, and calls HooktopApp.
@main
struct HooktopCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooktop",
    abstract: "Receive, inspect and fire the webhooks of an Opteryx Catalog.",
    discussion: """
      Without a command, the dashboard: it receives on http://127.0.0.1:8080/event and https://127.0.0.1:8443/event, keeps what \
      comes, and shows it live.

      Every option is also a key of the config file ($XDG_CONFIG_HOME/hooktop/config.yaml) and an environment variable \
      (HOOKTOP_HTTP for --http). An option wins over the environment, the environment over the file.

      Examples:
        hooktop                    the dashboard
        eval "$(hooktop ca)"       make a catalog of this shell trust and use it
        hooktop listen --json      receive without a screen
        hooktop send dataset --workspace acme --collection sales --name orders \\
            --to http://127.0.0.1:8080/event

      Exit status: 0 done; 1 what was asked did not succeed; 64 usage; 65 bad input data; 69 a port is taken or a server cannot be \
      reached; 74 the store cannot be used; 78 bad configuration.
      """,
    version: Hooktop.version,
    subcommands: [
      Dashboard.self, Listen.self, Send.self, Replay.self, Events.self, Show.self, Deliveries.self, Import.self, Authority.self,
      Config.self,
    ],
    defaultSubcommand: Dashboard.self)
}

extension HooktopCommand {
  /// Runs the command that the arguments name. A filter may begin with a dash, which the parser of arguments must not take for an option.
  static func main() async {
    await main(FilterArgument.shielded(Array(CommandLine.arguments.dropFirst())))
  }
}

/// A command of hooktop: what it does is in HooktopApp.
protocol Action: AsyncParsableCommand {
  func perform() async throws
}

extension Action {
  /// Does what was asked for; here and nowhere else a failure becomes a sentence and an exit status.
  func run() async throws {
    do {
      try await perform()
    } catch {
      let failure = CommandFailure(error)
      failure.report()
      throw ExitCode(failure.status.rawValue)
    }
  }
}
