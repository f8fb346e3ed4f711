import CatalogEvents
import EventRecords
import TerminalSurface

/// What an empty table shows: where events can be sent to, and how to make a catalog do it.
///
/// Where not all of it fits, curl goes first, then what the header or the help tells as well. The lines for the catalog's shell stay
/// whole for as long as there is any room for them: they are what a first start is about.
struct FirstStart: Sendable, Hashable {
  var listeners: [ListenerStatus]
  var caBundlePath: String?
  var now: Timestamp

  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let forms = forms(columns: rect.columns, theme: theme)
    let lines = forms.first { $0.count <= rect.rows && $0.allSatisfy { $0.columns <= rect.columns } } ?? forms.last ?? []
    let start = rect.row + min(1, max(0, rect.rows - lines.count))
    for (index, line) in lines.enumerated() where start + index < rect.endRow {
      surface.write(line, row: start + index, column: rect.column, limit: rect.columns)
    }
  }

  /// The forms that it can take, the fullest first.
  private func forms(columns: Int, theme: Theme) -> [[StyledLine]] {
    let margin = columns >= 60 ? "  " : ""
    let exports = exportRows(columns: columns, margin: margin + "  ")
    func line(_ spans: StyledSpan...) -> StyledLine { StyledLine([StyledSpan(margin)] + spans) }
    func key(_ key: Command) -> StyledSpan { StyledSpan(KeyTable.shortLabel(of: key, in: .table), theme.strong) }

    let gap = [StyledLine()]
    let urls = listeners.isEmpty ? ["no listener is on"] : listeners.map(\.url)
    let begin = [line(StyledSpan("Nothing has been received yet.", theme.strong))] + urls.map { line(StyledSpan("  " + $0, theme.accent)) }
    let point = [line(StyledSpan("Point a catalog here, in the shell that starts it:", theme.strong))] + exports
    let curl =
      curlLines.isEmpty
      ? [] : [line(StyledSpan("Or try it with curl:", theme.strong))] + curlLines.map { line(StyledSpan("  " + $0)) } + gap
    let keys = line(
      key(.compose), StyledSpan(" composes a test event and sends it here.   "), key(.showHelp), StyledSpan(" shows the help."))

    let brief = [line(StyledSpan("In the shell that starts a catalog:", theme.strong))] + exports
    let briefest = [line(StyledSpan("Nothing yet. In the catalog's shell:", theme.strong))] + exports
    let briefKeys = line(key(.compose), StyledSpan(" composes a test event   "), key(.showHelp), StyledSpan(" helps"))
    let bare =
      [line(StyledSpan("Nothing received yet.", theme.strong))] + urls.map { line(StyledSpan($0, theme.accent)) } + [
        line(key(.compose), StyledSpan(" composes a test event")), line(key(.showHelp), StyledSpan(" how to point a catalog here")),
      ]
    return [
      begin + gap + point + gap + curl + [keys], begin + gap + point + gap + [keys], begin + gap + brief + gap + [briefKeys],
      begin + brief + [briefKeys], briefest + [briefKeys], briefest, exports, bare,
    ]
  }

  /// The lines for the catalog's shell. One that is too long goes on at the very beginning of the next row, so that nothing but the line
  /// itself is copied.
  private func exportRows(columns: Int, margin: String) -> [StyledLine] {
    Self.exportLines(listeners: listeners, caBundlePath: caBundlePath).flatMap { line in
      let indented = StyledLine(margin + line)
      return indented.columns <= columns ? [indented] : StyledLine(line).wrapped(columns: columns)
    }
  }

  /// The lines of shell that make a catalog send its events here; one that says why there are none, without HTTPS.
  static func exportLines(listeners: [ListenerStatus], caBundlePath: String?) -> [String] {
    guard let secure = listeners.first(where: \.isTLS), let domain = LoopbackURL.domain(of: secure.url) else {
      return ["# a catalog speaks only HTTPS: start hooktop with --https 127.0.0.1:8443"]
    }
    let trust = caBundlePath.map { ["export REQUESTS_CA_BUNDLE=\(ShellWord.quotePath($0))"] } ?? []
    return ["export OPTERYX_WEBHOOK_DOMAIN=\(domain)"] + trust
  }

  /// A command that sends an event, broken where a shell allows it, so that it can be copied from any width.
  private var curlLines: [String] {
    guard let listener = listeners.first(where: { !$0.isTLS }) ?? listeners.first else { return [] }
    let trust = listener.isTLS ? caBundlePath.map { " --cacert \(ShellWord.quotePath($0))" } ?? " --insecure" : ""
    return [
      "curl -sS -X POST -H 'Content-Type: application/json'\(trust) \\",
      "  -d '{\"event\": {\"action\": \"create\", \"workspace\": \"acme\",",
      "  \"collection\": \"sales\", \"resource_type\": \"dataset\",",
      "  \"resource_name\": \"orders\", \"timestamp\": \(now.milliseconds)},", "  \"data\": {\"location\": null, \"properties\": {}}}' \\",
      "  \(listener.url)",
    ]
  }
}
