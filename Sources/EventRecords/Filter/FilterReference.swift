/// The forms of the filter language, for people: the help and the README are made from them, and each example is read by a test.
public struct FilterReference: Sendable, Hashable {
  /// As it is typed.
  public var example: String
  /// What it matches, as a sentence without its full stop.
  public var meaning: String

  private init(_ example: String, _ meaning: String) {
    self.example = example
    self.meaning = meaning
  }

  public static let all: [FilterReference] = [
    FilterReference("orders", "A name, collection, workspace or the payload contains it, in any case"),
    FilterReference(
      "\"not null\"", "In quotes spaces, ( ) * : and the words or, and, not stand for themselves; \\\" \\\\ \\n \\t \\u00e9 are escapes"),
    FilterReference("action:create", "The action; the whole value, in this case and spelling"),
    FilterReference("type:view", "The type of the resource: dataset, view, collection, workspace"),
    FilterReference("ws:acme", "The workspace"),
    FilterReference("coll:sales", "The collection; -coll:* matches where there is none"),
    FilterReference("name:ord*", "The name of the resource; * stands for any text"),
    FilterReference(
      "name~^orders_\\d+$",
      "A regular expression, found anywhere unless ^ and $ bind it; (?i) before it ignores case. Every field with text takes it"),
    FilterReference("verdict:rejected", "Whether it was taken as an event: accepted or rejected"),
    FilterReference("status>=400", "The status that was answered; also : > < <="),
    FilterReference("size>10k", "The size of the body, in bytes or with k, M, G (of 1024)"),
    FilterReference("lag>2s", "From the event to its arrival, with ms, s, m, h, d"),
    FilterReference("since:10m", "What arrived in the last ten minutes; a date works as well"),
    FilterReference(
      "before:2026-11-23T14:00",
      "What arrived before; on this screen's clock, or in UTC with a Z; seconds and the time of day may be left out"),
    FilterReference("after:2026-11-23T14:00:30Z", "What arrived after"),
    FilterReference("id>500", "The number of the capture"),
    FilterReference("tls:yes", "Whether it came over HTTPS: yes or no"),
    FilterReference("remote:127.0.0.1:*", "The address and the port that it came from"),
    FilterReference("path:/event", "The request's target, query included"),
    FilterReference("header.user-agent:*Tasks*", "A header line of that name, whatever its case"),
    FilterReference(
      "data.schema.fields.name:severity",
      "A value in the payload; a path into an array takes any element, [0] one; event. begins a path too"),
    FilterReference("data.record_count>1000", "A number in the payload"),
    FilterReference("data.location:*", "There is such a value, whatever it is"),
    FilterReference("finding:*null*", "One of the findings"),
    FilterReference("reason:*JSON*", "Why it was rejected"),
    FilterReference("body:*severity*", "The whole body as it came"),
    FilterReference("type:view ws:acme", "Both must match"),
    FilterReference("type:view or name:ord*", "One of them must match; a space binds closer than or"),
    FilterReference("-type:view", "It must not match"),
    FilterReference("-(ws:acme or ws:beta)", "Parentheses hold terms together"),
  ]

  /// The table in Markdown, as the README shows it.
  public static var markdown: String {
    let rows = all.map { "| `\($0.example)` | \(inMarkdown($0.meaning)) |" }
    return (["| filter | matches |", "| --- | --- |"] + rows).joined(separator: "\n") + "\n"
  }

  private static func inMarkdown(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if "*\\|_<>".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
  }
}
