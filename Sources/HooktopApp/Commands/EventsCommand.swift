import CatalogEvents
public import EventRecords
import EventStore
import Foundation

/// `hooktop events`: lists the captures of the store, oldest first.
public enum EventsCommand {
  /// In which form they are listed.
  public enum Form: Sendable, Hashable {
    /// A line for a person.
    case table
    case export(ExportFormat)

    /// A JSON object a line.
    public static let jsonLines = Form.export(.jsonl)

    /// The form of that name: `table`, or one of the formats.
    public init?(rawValue: String) {
      if rawValue == "table" {
        self = .table
      } else if let format = ExportFormat(rawValue: rawValue) {
        self = .export(format)
      } else {
        return nil
      }
    }
  }

  /// Prints every capture that the filter matches, or the newest `limit` of them. Throws when there is none.
  public static func run(settings: Settings, form: Form, withSecrets: Bool, filter words: [String] = [], limit: Int?) throws {
    let filter = try FilterArgument.read(words)
    let store = try Wiring.openStoreForReading(settings)
    defer { store.close() }
    let mask = withSecrets ? SecretMask.nothing : settings.mask
    let listing = Listing(form: form, mask: mask, authorityPath: Wiring.authorityPath(settings), isForTerminal: isatty(STDOUT_FILENO) == 1)
    let count = try list(store, listing, filter: filter, limit: limit, output: StandardOutput())
    if count == 0 {
      let reason = filter.map { "no capture in \(settings.storePath) matches \($0.text)" } ?? "\(settings.storePath) holds no capture"
      throw CommandFailure(.notSucceeded, "nothing matched: \(reason)")
    }
  }

  /// How captures are listed.
  struct Listing: Sendable {
    var form: Form
    var mask: SecretMask
    /// Whom curl is to believe for targets on this machine.
    var authorityPath: String?
    var isForTerminal = false
  }

  /// Prints what is asked for and returns how many there were; a reader who has seen enough ends it early.
  static func list(
    _ store: EventStore, _ listing: Listing, filter: Filter? = nil, limit: Int?, output: StandardOutput
  ) throws -> Int {
    let now = Timestamp.now()
    var count = 0
    do {
      switch listing.form {
      case .table:
        let human = CaptureLine(timeZone: .current)
        try store.forEachCapture(matching: filter, now: now, limit: limit) { capture in
          count += 1
          try output.writeBlocking(human.line(listing.mask(capture)))
        }
      case .export(let format):
        var exporter = CaptureExporter(format: format, mask: listing.mask)
        exporter.curl.authorityPath = listing.authorityPath
        exporter.csv.isForTerminal = listing.isForTerminal
        try store.forEachCapture(matching: filter, now: now, limit: limit) { capture in
          if count == 0 { try output.writeBlocking(exporter.head) }
          count += 1
          try output.writeBlocking(exporter.piece(capture))
        }
        if count > 0 { try output.writeBlocking(exporter.foot) }
      }
    } catch is StandardOutput.Closed {}
    return count
  }
}
