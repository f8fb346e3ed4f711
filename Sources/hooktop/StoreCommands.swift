import ArgumentParser
import HooktopApp

struct Events: Action {
  static let configuration = CommandConfiguration(
    abstract: "List captures, newest last.",
    discussion: """
      Exits with 1 when there is none. Secrets in headers and URLs are masked unless --with-secrets is given.

      A FILTER is words and terms such as type:view, name:ord*, status>=400, since:10m, header.user-agent:*Tasks* or \
      data.schema.fields.name:severity; several must all match, or joins two ways, - negates, ( ) hold together. The README has them all. \
      Put it in quotes, because a shell has its own meaning for * > ( ).

      Examples:
        hooktop events --limit 20
        hooktop events 'action:create size>10k since:1h'
        hooktop events -type:view
        hooktop events --json | jq -r .body
        hooktop events --format jsonl --with-secrets > events.jsonl
        hooktop events --limit 1 --format curl | sh
      """)

  @Argument(help: ArgumentHelp("Only captures that match; several words are one filter.", valueName: "FILTER")) var filter: [String] = []
  @Flag(name: .customLong("json"), help: "One JSON object a line; the same as --format jsonl.") var asJSON = false
  @Option(help: ArgumentHelp("How they are written: table, jsonl, csv, har or curl.", valueName: "FORMAT")) var format: String?
  @Flag(name: .customLong("with-secrets"), help: "Mask nothing, so that hooktop import brings it back whole.") var withSecrets = false
  @Option(help: ArgumentHelp("Only the newest N.", valueName: "N")) var limit: Int?
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit): it must be at least 1") }
    _ = try form()
  }

  private func form() throws -> EventsCommand.Form {
    guard let format else { return asJSON ? .jsonLines : .table }
    guard let form = EventsCommand.Form(rawValue: format) else {
      throw ValidationError("--format is \(format): it must be table, jsonl, csv, har or curl")
    }
    if asJSON, form != .jsonLines { throw ValidationError("--json and --format \(format) exclude each other: leave one of them out") }
    return form
  }

  func perform() async throws {
    try EventsCommand.run(
      settings: try await common.settings(receiver.values), form: try form(), withSecrets: withSecrets, filter: filter, limit: limit)
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
  @Flag(name: .customLong("with-secrets"), help: "Mask nothing in headers and URLs.") var withSecrets = false
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func validate() throws {
    if asJSON, bodyOnly { throw ValidationError("--json and --body exclude each other: leave one of them out") }
  }

  func perform() async throws {
    let form: ShowCommand.Form = bodyOnly ? .body : asJSON ? .json : .readable
    try await ShowCommand.run(
      settings: try await common.settings(receiver.values), id: id, form: form, withSecrets: withSecrets)
  }
}

struct Deliveries: Action {
  static let configuration = CommandConfiguration(
    abstract: "List deliveries and their attempts, newest last.",
    discussion: """
      Exits with 1 when there is none. Each has its number, its state, what was sent and where to, and below it how each attempt ended. \
      With --json each is an object with id, created_at, target, label, state, capture_id, headers, body and attempts; an attempt has \
      started_at, duration_ms, status, reason, headers, body and truncated.

      Examples:
        hooktop deliveries --limit 20
        hooktop deliveries --json | jq 'select(.state == "failed").attempts[-1].reason'
      """)

  @Flag(name: .customLong("json"), help: "One JSON object a line.") var asJSON = false
  @Flag(name: .customLong("with-secrets"), help: "Mask nothing in headers and URLs.") var withSecrets = false
  @Option(help: ArgumentHelp("Only the newest N.", valueName: "N")) var limit: Int?
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is \(limit): it must be at least 1") }
  }

  func perform() async throws {
    try DeliveriesCommand.run(
      settings: try await common.settings(receiver.values), asJSON: asJSON, withSecrets: withSecrets, limit: limit)
  }
}

struct Import: Action {
  static let configuration = CommandConfiguration(
    abstract: "Bring an export back in.",
    discussion: """
      Takes what hooktop events --format jsonl wrote. Everything is kept as it was exported, the time of arrival, the sender, headers and \
      bytes included; only the numbers are new. What was exported without --with-secrets has its secrets masked for good. Of rejected \
      requests the store keeps the newest, as ever.

      Examples:
        hooktop import events.jsonl
        hooktop events --json --with-secrets | ssh laptop hooktop import -
      """)

  @Argument(help: ArgumentHelp("The file, or - for standard input.", valueName: "FILE")) var file: String
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform() async throws {
    try await ImportCommand.run(settings: try await common.settings(receiver.values), path: file)
  }
}
