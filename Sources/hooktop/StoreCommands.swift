import ArgumentParser
import HooktopApp

struct Events: Action {
  static let configuration = CommandConfiguration(
    abstract: "List captures, newest last.",
    discussion: """
      Exits with 1 when there is none.

      Examples:
        hooktop events --limit 20
        hooktop events --json | jq -r .body
      """)

  @Flag(name: .customLong("json"), help: "One JSON object a line.") var asJSON = false
  @Option(help: ArgumentHelp("Only the newest N.", valueName: "N")) var limit: Int?
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit): it must be at least 1") }
  }

  func perform() async throws {
    try EventsCommand.run(settings: try await common.settings(receiver.values), asJSON: asJSON, limit: limit)
  }
}

struct Show: Action {
  static let configuration = CommandConfiguration(
    abstract: "Show one capture, whole.",
    discussion: """
      Examples:
        hooktop show 511
        hooktop show 511 --json
        hooktop show 511 --body > body.json
      """)

  @Argument(help: ArgumentHelp("The capture's number, as hooktop events gives it.", valueName: "ID")) var id: Int64
  @Flag(name: .customLong("json"), help: "As one JSON object.") var asJSON = false
  @Flag(name: .customLong("body"), help: "The exact bytes of the body, and nothing else.") var bodyOnly = false
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func validate() throws {
    if asJSON, bodyOnly { throw ValidationError("--json and --body exclude each other: leave one of them out") }
  }

  func perform() async throws {
    let form: ShowCommand.Form = bodyOnly ? .body : asJSON ? .json : .readable
    try await ShowCommand.run(settings: try await common.settings(receiver.values), id: id, form: form)
  }
}
