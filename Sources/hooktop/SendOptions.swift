import ArgumentParser
import HooktopApp

/// The options of `send` that say which event, whatever its kind.
struct EventOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What was done: create, update, delete, rename, or any other.", valueName: "ACTION")) var action = "create"
  @Option(parsing: .unconditional, help: ArgumentHelp("The workspace; else \(DraftOptions.exampleWorkspace).", valueName: "NAME"))
  var workspace: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The collection; else \(DraftOptions.exampleCollection), or null for send event.", valueName: "NAME"))
  var collection: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The resource's name; else an example.", valueName: "NAME")) var name: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When it happened, in milliseconds since 1970; else the moment of sending.", valueName: "MS"))
  var timestamp: Int64?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The data, whole, in place of what the other options build: JSON, @FILE, or - for standard input.", valueName: "JSON"))
  var data: String?

  func draft(_ kind: DraftKind) -> DraftOptions {
    var draft = DraftOptions(kind: kind)
    draft.action = action
    draft.workspace = workspace
    draft.collection = collection
    draft.name = name
    draft.timestamp = timestamp
    draft.data = data
    return draft
  }
}

/// The options of `send` that say where to and how.
struct SendingOptions: ParsableArguments {
  @OptionGroup var target: TargetOptions
  @Option(help: ArgumentHelp("How many times.", valueName: "N")) var count = 1
  @Option(help: ArgumentHelp("How many a second; else as fast as the target takes them.", valueName: "R")) var rate: Double?
  @Flag(name: .customLong("dry-run"), help: "Print the request as it would go out, and send nothing.") var isDryRun = false
  @Flag(name: .customLong("json"), help: "One JSON object for each send.") var asJSON = false

  /// Sends what the options of the command describe.
  func run(_ draft: DraftOptions, _ settings: Settings) async throws {
    var manner = SendCommand.Manner()
    manner.count = count
    manner.rate = rate
    manner.isDryRun = isDryRun
    manner.asJSON = asJSON
    try await SendCommand.run(settings: settings, draft: draft, manner: manner)
  }
}
