import CatalogEvents
import EventRecords
import TerminalSurface

/// The compose form: an event is filled in, shown as it will be sent, and fired.
///
/// The dashboard keeps one for as long as it runs, open or not, because the numbers of send orders rise in it.
struct ComposeState: Sendable, Hashable {
  var kind: EventKind
  var workspace: EditableText
  var collection: EditableText
  var name: EditableText
  var location: EditableText
  var properties: RowList
  var schema: RowList
  var definition: EditableText
  /// The JSON text of `data` by the kind's title, for kinds that were looked at.
  var data: [String: EditableText]
  var timestamp: EditableText
  /// `nil` while the default holds.
  var target: TargetChoice?
  var url: EditableText
  var count: EditableText
  var rate: EditableText

  var focus: ComposeField = .kind
  /// A list that lies over the form; it belongs to the field that has the keyboard.
  var popUp: PopUpList?
  /// The line under the fields, until the next key.
  var message: Message?
  /// The hosts to which sending was agreed, and how much.
  var agreed: Set<Consent> = []
  /// Newest first.
  var orders: [OrderOutcome] = []
  /// The first line of the preview that is in view, as far as there are that many; `nil` until it was scrolled.
  var previewTop: Int?
  var nextOrder = 1
  /// What was last given to be kept.
  var keptValues: ComposeValues

  /// What the form has to say.
  enum Message: Sendable, Hashable {
    /// Something was sent: what comes of it.
    case fired
    /// Why nothing was sent.
    case refusal(String)
    /// The next fire is the answer.
    case question(Consent)
  }

  /// That something may be sent off this machine: once to a host, or many times.
  struct Consent: Sendable, Hashable {
    var host: String
    var isMany: Bool
  }

  init(values: ComposeValues?) {
    let values = values ?? ComposeValues()
    kind = .titled(values.kind)
    workspace = EditableText(values.workspace)
    collection = EditableText(values.collection)
    name = EditableText(values.name)
    location = EditableText(values.location)
    properties = RowList(values.properties.map { ($0.name, $0.value) })
    schema = RowList(values.schema.map { ($0.name, $0.value) })
    definition = EditableText(values.definition)
    data = values.data.mapValues { EditableText($0) }
    timestamp = EditableText(values.timestamp)
    target = values.target.flatMap(TargetChoice.init)
    url = EditableText(values.url)
    count = EditableText(values.count)
    rate = EditableText(values.rate)
    keptValues = values
    prepareData()
  }

  /// What the form holds, to be kept.
  var values: ComposeValues {
    var values = ComposeValues()
    values.kind = kind.title
    values.workspace = workspace.text
    values.collection = collection.text
    values.name = name.text
    values.location = location.text
    values.properties = properties.rows.map { .init(name: $0.name.text, value: $0.value.text) }
    values.schema = schema.rows.map { .init(name: $0.name.text, value: $0.value.text) }
    values.definition = definition.text
    values.data = data.mapValues(\.text)
    values.timestamp = timestamp.text
    values.target = target?.rawValue
    values.url = url.text
    values.count = count.text
    values.rate = rate.text
    return values
  }

  /// Takes in how far a send order has come.
  mutating func update(_ progress: SendProgress) {
    guard let index = orders.firstIndex(where: { $0.order == progress.order }) else { return }
    orders[index].progress = progress
  }

  /// Gives a kind whose `data` is typed as JSON its example to begin with.
  mutating func prepareData() {
    if kind.form == .json, data[kind.title] == nil { data[kind.title] = EditableText(kind.exampleData.indentedText) }
  }

  /// The choice that holds: what was chosen, as long as there is such a target.
  func target(in context: ComposeContext) -> TargetChoice {
    if let target, TargetChoice.available(in: context).contains(target) { return target }
    return .preset(in: context)
  }

  /// The text in a field; `nil` for what has none. Setting a field that is not there does nothing.
  subscript(field: ComposeField) -> EditableText? {
    get {
      switch field {
      case .workspace: workspace
      case .collection: collection
      case .name: name
      case .location: location
      case .properties(let place): properties[place]
      case .schema(let place): schema[place]
      case .definition: definition
      case .data: data[kind.title]
      case .timestamp: timestamp
      case .url: url
      case .count: count
      case .rate: rate
      case .kind, .target, .fire, .close: nil
      }
    }
    set {
      guard let newValue else { return }
      switch field {
      case .workspace: workspace = newValue
      case .collection: collection = newValue
      case .name: name = newValue
      case .location: location = newValue
      case .properties(let place): properties[place] = newValue
      case .schema(let place): schema[place] = newValue
      case .definition: definition = newValue
      case .data: data[kind.title] = newValue
      case .timestamp: timestamp = newValue
      case .url: url = newValue
      case .count: count = newValue
      case .rate: rate = newValue
      case .kind, .target, .fire, .close: break
      }
    }
  }
}
