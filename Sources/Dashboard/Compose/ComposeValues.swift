/// What the compose form holds, as it was typed: it may be invalid.
///
/// It is kept between starts, so every key may be missing when it is read: what is missing, or not of its type, is as in the example.
public struct ComposeValues: Sendable, Hashable, Codable {
  /// A row of properties or of schema fields.
  struct Row: Sendable, Hashable, Codable {
    var name: String
    var value: String
  }

  /// `create dataset`: an action and a resource type.
  var kind = "create dataset"
  var workspace = "acme"
  var collection = "sales"
  var name = "orders"
  var location = "gs://bucket/acme/sales/orders"
  var properties = [Row(name: "owner", value: "ana")]
  var schema = [
    Row(name: "id", value: "int64"), Row(name: "amount", value: "decimal128(18, 2)"), Row(name: "created", value: "timestamp[us]"),
  ]
  var definition = "SELECT id, amount\nFROM acme.sales.orders\nWHERE amount > 100"
  /// The JSON text of `data` by kind, for the kinds that have no fields of their own.
  var data: [String: String] = [:]
  /// `now`, or milliseconds since 1970.
  var timestamp = "now"
  /// A `TargetChoice`; `nil` while nothing was chosen: then the default holds, whatever it is at that time.
  var target: String?
  var url = "https://"
  var count = "1"
  /// Sends a second; empty for as fast as possible.
  var rate = ""

  /// An example that can be sent as it is.
  public init() {}

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys, _ standIn: String) -> String {
      (try? container.decode(String.self, forKey: key)) ?? standIn
    }
    kind = text(.kind, kind)
    workspace = text(.workspace, workspace)
    collection = text(.collection, collection)
    name = text(.name, name)
    location = text(.location, location)
    properties = (try? container.decode([Row].self, forKey: .properties)) ?? properties
    schema = (try? container.decode([Row].self, forKey: .schema)) ?? schema
    definition = text(.definition, definition)
    data = (try? container.decode([String: String].self, forKey: .data)) ?? data
    timestamp = text(.timestamp, timestamp)
    target = try? container.decode(String.self, forKey: .target)
    url = text(.url, url)
    count = text(.count, count)
    rate = text(.rate, rate)
  }
}
