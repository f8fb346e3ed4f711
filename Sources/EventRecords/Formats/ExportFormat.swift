/// In which form captures leave hooktop.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  /// A line of JSON for each, as `hooktop events --json` gives it; with its secrets it can be imported again without loss.
  case jsonl
  /// The columns of the table, without headers and bodies.
  case csv
  /// HTTP Archive 1.2, which browsers and proxies read.
  case har
  /// A shell script that sends each again.
  case curl

  /// What it is, for a menu.
  public var title: String {
    switch self {
    case .jsonl: "JSON lines, one for each event"
    case .csv: "CSV, the columns without headers and bodies"
    case .har: "HAR, an HTTP archive for browsers and proxies"
    case .curl: "a shell script of curl commands"
    }
  }

  /// The ending of a file of it.
  public var fileExtension: String {
    switch self {
    case .jsonl: "jsonl"
    case .csv: "csv"
    case .har: "har"
    case .curl: "sh"
    }
  }
}
