import CatalogEvents

/// What the form's input amounts to, and what is wrong with it.
struct ComposeReview: Sendable {
  static let counts = 1...1_000_000
  /// Sends a second, within what can be kept.
  static let rates = 0.001...1_000_000.0

  /// At most one for a field: the gravest.
  var issues: [ComposeField: FieldIssue] = [:]
  /// `nil` when the input cannot be made an event at all; there is one for the preview when only a name is missing.
  var draft: EventDraft?
  var target: ComposeTarget?
  var count = 1
  var rate: Double?

  init(_ state: ComposeState, in context: ComposeContext) {
    readDraft(state)
    readTarget(state, in: context)
    readNumbers(state)
  }

  /// Whether nothing stands in the way of sending.
  var isReady: Bool {
    draft != nil && target != nil && !issues.values.contains { $0.severity == .failure }
  }

  private mutating func readDraft(_ state: ComposeState) {
    let kind = state.kind
    if state.workspace.isEmpty { issues[.workspace] = .failure("a workspace is needed") }
    if !kind.isAboutWorkspace {
      if state.name.isEmpty { issues[.name] = .failure("a name is needed") }
      if state.collection.isEmpty, kind.needsCollection {
        issues[.collection] = .warning("null, which a catalog sends for workspaces only")
      }
    }
    let data = readData(state)
    let timestamp = readTimestamp(state)
    guard let data, issues[.timestamp] == nil else { return }
    draft = EventDraft(
      action: kind.action, workspace: state.workspace.text,
      collection: kind.isAboutWorkspace || state.collection.isEmpty ? nil : state.collection.text, resourceType: kind.resourceType,
      resourceName: kind.isAboutWorkspace ? state.workspace.text : state.name.text, timestamp: timestamp, data: data)
  }

  private mutating func readData(_ state: ComposeState) -> PayloadValue? {
    switch state.kind.form {
    case .dataset:
      let fields = readRows(state.schema) { .schema($0) }
      for (index, row) in state.schema.rows.enumerated() where !row.isBlank {
        let place = ComposeField.schema(.cell(row: index, .value))
        if row.value.isEmpty {
          issues[place] = .failure("a type is needed")
        } else if !ArrowType.isPlausible(row.value.text) {
          issues[place] = .warning("not an Arrow type")
        }
      }
      return CatalogPayload.datasetCreated(
        location: state.location.isEmpty ? nil : state.location.text, properties: readProperties(state),
        fields: fields.isEmpty ? nil : fields.map { .init(name: $0.name, type: $0.value) })
    case .view:
      if state.definition.isEmpty { issues[.definition] = .warning("empty") }
      return CatalogPayload.viewCreated(definition: state.definition.text, properties: readProperties(state))
    case .json:
      return readJSON(state[.data]?.text ?? "")
    }
  }

  private mutating func readProperties(_ state: ComposeState) -> [PayloadValue.Member] {
    readRows(state.properties) { .properties($0) }.map { .init($0.name, .string($0.value)) }
  }

  /// The rows that are not blank; a catalog holds neither two properties nor two fields of one name.
  private mutating func readRows(_ list: RowList, _ field: (RowList.Place) -> ComposeField) -> [(name: String, value: String)] {
    var names: Set<String> = []
    var rows: [(name: String, value: String)] = []
    for (index, row) in list.rows.enumerated() {
      let place = field(.cell(row: index, .name))
      if row.isBlank {
        issues[place] = .warning("a blank row is not sent")
        continue
      }
      if row.name.isEmpty {
        issues[place] = .failure("a name is needed")
      } else if !names.insert(row.name.text).inserted {
        issues[place] = .warning("this name stands twice")
      }
      rows.append((row.name.text, row.value.text))
    }
    return rows
  }

  private mutating func readJSON(_ text: String) -> PayloadValue? {
    do {
      let document = try JSONDocument(Array(text.utf8))
      if document.root.kind != .object { issues[.data] = .warning("a catalog always sends an object") }
      return PayloadValue(document.root)
    } catch {
      issues[.data] = .failure("\(error)")
      return nil
    }
  }

  private mutating func readTimestamp(_ state: ComposeState) -> Timestamp? {
    let text = state.timestamp.text
    guard text != "now" else { return nil }
    guard let milliseconds = Int64(text) else {
      issues[.timestamp] = .failure("write now, or milliseconds since 1970")
      return nil
    }
    return Timestamp(milliseconds: milliseconds)
  }

  private mutating func readTarget(_ state: ComposeState, in context: ComposeContext) {
    let choice = state.target(in: context)
    do throws(ComposeTarget.Mistake) {
      switch choice {
      case .dashboard: target = try context.ownTarget.map { url throws(ComposeTarget.Mistake) in try ComposeTarget(url) }
      case .domain:
        target = try context.configuredTarget.map { url throws(ComposeTarget.Mistake) in try ComposeTarget(url) }
      case .url: target = try ComposeTarget(state.url.text)
      }
    } catch {
      issues[choice == .url ? .url : .target] = .failure(error.reason)
    }
    // One way of delivery is never replaced by another in silence.
    if let queue = context.queue {
      issues[.target] = .failure("the queue \(queue) is set, and this version delivers directly: start it with --direct")
    }
  }

  private mutating func readNumbers(_ state: ComposeState) {
    if let number = Int(state.count.text), Self.counts.contains(number) {
      count = number
    } else {
      issues[.count] = .failure("write 1 to 1000000")
    }
    guard !state.rate.isEmpty, count > 1 else { return }
    // Double reads more than people write: nan, inf, 0x1p3.
    let isPlain = state.rate.characters.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    if isPlain, let number = Double(state.rate.text), Self.rates.contains(number) {
      rate = number
    } else {
      issues[.rate] = .failure("write 0.001 to 1000000, or nothing")
    }
  }
}
