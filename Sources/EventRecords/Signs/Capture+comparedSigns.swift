public import CatalogEvents

extension Capture {
  /// The most captures with an event of the same moment that are looked at for a duplicate: whoever writes one timestamp into every
  /// event must not make each of them as dear as all.
  public static let duplicateReach = 64

  /// How many creates and updates of a resource are looked back on for one that says which fields it has.
  public static let schemaReach = 100

  /// The signs that come of comparing it with those that came before it, which are given oldest first.
  ///
  /// The store answers the same question by its indexes; a test holds the two answers equal.
  public func comparedSigns(after earlier: some BidirectionalCollection<Capture>) -> Set<Sign> {
    var signs: Set<Sign> = []
    if isDuplicate(after: earlier) { signs.insert(.duplicate) }
    if hasDrifted(after: earlier) { signs.insert(.drift) }
    return signs
  }

  /// Whether the same body came before, and not as an attempt of the same task.
  public func isDuplicate(after earlier: some BidirectionalCollection<Capture>) -> Bool {
    guard let event, let body else { return false }
    let task = CloudTaskHeaders(headers)?.attempt
    let sameMoment = earlier.reversed().lazy.filter { $0.event?.timestamp == event.timestamp }
    return sameMoment.prefix(Self.duplicateReach).contains { $0.body == body && !$0.isAttempt(of: task) }
  }

  /// Whether it says that its resource has other fields than the newest before it that says so.
  public func hasDrifted(after earlier: some BidirectionalCollection<Capture>) -> Bool {
    guard let event, let fields = declaredFields else { return false }
    let declarations = earlier.reversed().lazy.filter { $0.event.map { $0.declaresSchema && $0.resource == event.resource } ?? false }
    let before = declarations.prefix(Self.schemaReach).lazy.compactMap(\.declaredFields).first { _ in true }
    return before.map { !fields.changes(since: $0).isEmpty } ?? false
  }

  /// The fields that a create or an update says its resource has.
  private var declaredFields: SchemaFields? {
    guard let event, event.declaresSchema, let body else { return nil }
    return SchemaFields(body: body)
  }

  private func isAttempt(of task: TaskAttempt?) -> Bool {
    guard let task, let own = CloudTaskHeaders(headers)?.attempt else { return false }
    return own.isOfSameTask(as: task)
  }
}

extension CatalogEvent {
  /// Whether it says anew what its resource is made of.
  public var declaresSchema: Bool {
    action == .create || action == .update
  }
}
