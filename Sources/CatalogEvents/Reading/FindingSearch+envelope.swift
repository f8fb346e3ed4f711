extension FindingSearch {
  /// The members of the body and of its `event`.
  mutating func searchEnvelope() {
    let root = document.root
    guard root.kind == .object else { return }
    addExtraKeys(in: root, besides: ["event", "data"])
    var kind: EventKind?
    if let event = root["event"], event.kind == .object {
      addExtraKeys(in: event, besides: ["action", "workspace", "collection", "resource_type", "resource_name", "timestamp"])
      kind = searchKind(of: event)
      for name in ["workspace", "resource_name"] {
        if let value = event[name] {
          searchText(value)
        }
      }
      searchCollection(of: event, kind: kind)
      if let timestamp = event["timestamp"] {
        searchTimestamp(timestamp)
      }
    }
    searchData(of: root, kind: kind)
  }

  private mutating func addExtraKeys(in object: JSONValue, besides names: [String]) {
    for member in object.members where !names.contains(where: { member.nameValue.isText($0) }) {
      guard !isCutOff else { return }
      add(at: member.nameRange.lowerBound, "is an extra key") { object.path.appending(.name(member.name)) }
    }
  }

  /// Names what this version does not know, and gives what the contract says of the rest.
  private mutating func searchKind(of event: JSONValue) -> EventKind? {
    guard let actionValue = event["action"], let typeValue = event["resource_type"] else { return nil }
    let action = searchWord(actionValue).map(Action.init(rawValue:))
    let type = searchWord(typeValue).map(ResourceType.init(rawValue:))
    guard let action, let type else { return nil }
    if let kind = EventKind.of(action, type) {
      return kind
    }
    let isActionKnown = Action.known.contains(action)
    let isTypeKnown = ResourceType.known.contains(type)
    if !isActionKnown {
      add(actionValue, "is unknown: \(quoted(action.rawValue.shortened))")
    }
    if !isTypeKnown {
      add(typeValue, "is unknown: \(quoted(type.rawValue.shortened))")
    }
    if isActionKnown, isTypeKnown {
      add(actionValue, "is \(action.rawValue), which the catalog does not send for a \(type.rawValue)")
    }
    return nil
  }

  /// The text of a value, unless it is empty or no text at all.
  private mutating func searchWord(_ value: JSONValue) -> String? {
    searchText(value)
    guard let text = value.string, !text.isEmpty else { return nil }
    return text
  }

  private mutating func searchText(_ value: JSONValue) {
    guard let text = value.string else { return }
    if text.isEmpty {
      add(value, "is empty")
    } else if value.hasLoneSurrogate {
      add(value, "has half a surrogate pair, shown as U+FFFD")
    }
  }

  private mutating func searchCollection(of event: JSONValue, kind: EventKind?) {
    guard let collection = event["collection"] else {
      addMissing("collection", in: event)
      return
    }
    switch (collection.kind, kind?.collectionUse) {
    case (.null, .named):
      add(collection, "is null")
    case (.string, .null):
      add(collection, "is not null, though the event is about a whole workspace")
    case (.null, _):
      break
    case (.string, _):
      searchText(collection)
    case (.boolean, _), (.number, _), (.array, _), (.object, _):
      add(collection, "is not a string")
    }
  }

  /// The unit of a timestamp shows in its size: as milliseconds the first number below lies in 1973, the second in 5138.
  private mutating func searchTimestamp(_ value: JSONValue) {
    switch value.integer {
    case .some(100_000_000..<100_000_000_000): add(value, "seems to be in seconds, not milliseconds")
    case .some(100_000_000_000..<100_000_000_000_000): break
    case .some(100_000_000_000_000..<100_000_000_000_000_000): add(value, "seems to be in microseconds, not milliseconds")
    case .some(100_000_000_000_000_000...): add(value, "seems to be in nanoseconds, not milliseconds")
    case .some: add(value, "lies before 1973")
    case nil: break
    }
  }
}
