import ArgumentParser
import HooktopApp

struct Send: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fire an event, once or many times.",
    discussion: """
      The request is the one that the catalog itself would send: the same bytes, the same headers. Where to: --to, else --domain, \
      else OPTERYX_WEBHOOK_DOMAIN. Exits with 1 when a delivery failed.

      Examples:
        hooktop send dataset --workspace acme --collection sales --name orders \\
            --field id:int64 --location gs://b/p --to http://127.0.0.1:8080/event
        hooktop send view --workspace acme --collection sales --name daily \\
            --definition 'SELECT 1' --domain localhost:8443
        hooktop send event --type workspace --action lock --workspace acme \\
            --data '{"locked_by": "ana"}' --dry-run
      """,
    subcommands: [SendDataset.self, SendView.self, SendEvent.self])
}

struct SendDataset: Action {
  static let configuration = CommandConfiguration(
    commandName: "dataset",
    abstract: "Fire an event about a dataset.",
    discussion: """
      Examples:
        hooktop send dataset --workspace acme --collection sales --name orders \\
            --field id:int64 --field 'price:decimal128(18, 2)' \\
            --property owner=ana --location gs://b/p --domain localhost:8443
        hooktop send dataset --workspace acme --collection sales --name orders \\
            --count 1000 --rate 50 --to http://127.0.0.1:8080/event
        hooktop send dataset --action delete --workspace acme --collection sales \\
            --name orders --data '{"dropped_by": "ana"}' --dry-run
      """)

  @OptionGroup(title: "The event") var event: EventOptions
  @Option(parsing: .unconditional, help: ArgumentHelp("Where the dataset lies; null when it is not given.", valueName: "URL"))
  var location: String?
  @Option(
    name: .customLong("property"), parsing: .unconditionalSingleValue, help: ArgumentHelp("A property; repeatable.", valueName: "KEY=VALUE")
  )
  var properties: [String] = []
  @Option(
    name: .customLong("field"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A field of the schema, its type as Arrow writes it; repeatable.", valueName: "NAME:TYPE"))
  var fields: [String] = []
  @OptionGroup(title: "Where to and how") var sending: SendingOptions
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform() async throws {
    var draft = event.draft(.dataset)
    draft.location = location
    draft.properties = properties
    draft.fields = fields
    try await sending.run(draft, common.settings(receiver.values, sending.target.values))
  }
}

struct SendView: Action {
  static let configuration = CommandConfiguration(
    commandName: "view",
    abstract: "Fire an event about a view.",
    discussion: """
      Examples:
        hooktop send view --workspace acme --collection sales --name daily \\
            --definition 'SELECT * FROM sales.orders' --domain localhost:8443
        hooktop send view --action update --workspace acme --collection sales \\
            --name daily --definition @daily.sql --dry-run
      """)

  @OptionGroup(title: "The event") var event: EventOptions
  @Option(parsing: .unconditional, help: ArgumentHelp("The view's SQL, or @FILE; else an example.", valueName: "SQL")) var definition:
    String?
  @Option(
    name: .customLong("property"), parsing: .unconditionalSingleValue, help: ArgumentHelp("A property; repeatable.", valueName: "KEY=VALUE")
  )
  var properties: [String] = []
  @OptionGroup(title: "Where to and how") var sending: SendingOptions
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform() async throws {
    var draft = event.draft(.view)
    draft.definition = definition
    draft.properties = properties
    try await sending.run(draft, common.settings(receiver.values, sending.target.values))
  }
}

struct SendEvent: Action {
  static let configuration = CommandConfiguration(
    commandName: "event",
    abstract: "Fire any event: any type, any action, any data.",
    discussion: """
      The collection is null when it is not given, as in events about a whole workspace.

      Examples:
        hooktop send event --type workspace --action lock --workspace acme \\
            --data '{"locked_by": "ana"}' --domain localhost:8443
        hooktop send event --type dataset --action commit --workspace acme \\
            --collection sales --name orders --data @commit.json --dry-run
      """)

  @Option(help: ArgumentHelp("The resource type: dataset, view, collection, workspace, or any other.", valueName: "TYPE")) var type: String
  @OptionGroup(title: "The event") var event: EventOptions
  @OptionGroup(title: "Where to and how") var sending: SendingOptions
  @OptionGroup(visibility: .hidden) var receiver: ReceiverOptions
  @OptionGroup(title: "Common options") var common: CommonOptions

  func perform() async throws {
    var draft = event.draft(.event)
    draft.type = type
    try await sending.run(draft, common.settings(receiver.values, sending.target.values))
  }
}
