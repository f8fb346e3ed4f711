import CatalogEvents
import TerminalSurface

/// What an empty table shows: where events can be sent to, and how to make a catalog do it.
struct FirstStart: Sendable, Hashable {
  var listeners: [ListenerStatus]
  var caBundlePath: String?
  var now: Timestamp

  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let inside = Rect(
      row: rect.row, column: rect.column + (rect.columns >= 60 ? 2 : 0), rows: rect.rows,
      columns: rect.columns - (rect.columns >= 60 ? 4 : 0))
    let long = lines(columns: inside.columns, theme: theme)
    let fits = long.count <= inside.rows && long.allSatisfy { $0.columns <= inside.columns }
    let shown = fits ? long : shortLines(theme: theme)
    let start = inside.row + min(1, max(0, inside.rows - shown.count))
    for (index, line) in shown.enumerated() where start + index < inside.endRow {
      surface.write(line, row: start + index, column: inside.column, limit: inside.columns)
    }
  }

  /// Everything, for a pane with room.
  func lines(columns: Int, theme: Theme) -> [StyledLine] {
    var lines = [StyledLine("Nothing has been received yet.", theme.strong)]
    lines += urls.map { StyledLine("  " + $0, theme.accent) }
    lines += [StyledLine(), StyledLine("Point a catalog here, in the shell that starts it:", theme.strong)]
    lines += Self.exportLines(listeners: listeners, caBundlePath: caBundlePath).map { StyledLine("  " + $0) }
    if let curl = curlLines {
      lines += [StyledLine(), StyledLine("Or try it with curl:", theme.strong)]
      lines += curl.map { StyledLine("  " + $0) }
    }
    lines += [StyledLine(), keysLine(theme: theme)]
    return lines
  }

  /// The little that must be known, for a pane with next to no room.
  private func shortLines(theme: Theme) -> [StyledLine] {
    [StyledLine("Nothing received yet.", theme.strong)] + urls.map { StyledLine($0, theme.accent) } + [
      StyledLine([StyledSpan("c", theme.strong), StyledSpan(" composes a test event")]),
      StyledLine([StyledSpan("?", theme.strong), StyledSpan(" how to point a catalog here")]),
    ]
  }

  private func keysLine(theme: Theme) -> StyledLine {
    StyledLine([
      StyledSpan("c", theme.strong), StyledSpan(" composes a test event and sends it here.   "), StyledSpan("?", theme.strong),
      StyledSpan(" shows the help."),
    ])
  }

  private var urls: [String] {
    listeners.isEmpty ? ["no listener is on"] : listeners.map(\.url)
  }

  /// The lines of shell that make a catalog send its events here; one that says why there are none, without HTTPS.
  static func exportLines(listeners: [ListenerStatus], caBundlePath: String?) -> [String] {
    guard let secure = listeners.first(where: \.isTLS), let domain = LoopbackURL.domain(of: secure.url) else {
      return ["# a catalog speaks only HTTPS: start hooktop with --https 127.0.0.1:8443"]
    }
    return ["export OPTERYX_WEBHOOK_DOMAIN=\(domain)"] + (caBundlePath.map { ["export REQUESTS_CA_BUNDLE=\(ShellWord.quote($0))"] } ?? [])
  }

  /// A command that sends an event, broken where a shell allows it, so that it can be copied from any width.
  private var curlLines: [String]? {
    guard let listener = listeners.first(where: { !$0.isTLS }) ?? listeners.first else { return nil }
    let trust = listener.isTLS ? caBundlePath.map { " --cacert \(ShellWord.quote($0))" } ?? " --insecure" : ""
    return [
      "curl -sS -X POST -H 'Content-Type: application/json'\(trust) \\",
      "  -d '{\"event\": {\"action\": \"create\", \"workspace\": \"acme\",",
      "  \"collection\": \"sales\", \"resource_type\": \"dataset\",",
      "  \"resource_name\": \"orders\", \"timestamp\": \(now.milliseconds)},", "  \"data\": {\"location\": null, \"properties\": {}}}' \\",
      "  \(listener.url)",
    ]
  }
}
