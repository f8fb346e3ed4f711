public import CatalogEvents
public import EventRecords

/// Work that the dashboard asks for; what comes of it comes back as a `Message`.
public enum Effect: Sendable, Equatable {
  case loadPage(PageRequest)
  /// Finds values that occur; answered by `filterValuesLoaded`.
  case loadFilterValues(FilterValueRequest)
  /// Keeps the filters that were typed for the next start, oldest first.
  case keepFilters([String])
  case loadCapture(id: Int64)
  case loadDeliveries(DeliveryPageRequest)
  case loadStatistics(StatisticsRequest)
  case loadTimeline(CatalogResource)
  case loadPace(generation: Int)
  case loadRelations(id: Int64)
  case send(SendOrder)
  /// Sends captures again; answered by `sendProgressed`.
  case replay(ReplayOrder)
  case cancelSend(order: Int)
  /// Has a body changed in the operator's editor, on the terminal; answered by `bodyEdited`.
  case editBody(EditOrder)
  /// Finds the numbers of captures, to mark them; answered by `idsLoaded`.
  case loadIDs(PageRequest)
  /// Removes captures for good; answered by `capturesDeleted`.
  case deleteCaptures([Int64])
  case copy(CopyOrder)
  case export(ExportOrder)
  /// Keeps the compose form's values for the next start.
  case keepForm(ComposeValues)
  /// Draws the whole screen anew, in case something else wrote on the terminal.
  case redraw
  /// Has the terminal report the mouse, or leaves the mouse to the terminal, whose user can then select text with it.
  case useMouse(Bool)
  /// Stops the whole process until the shell continues it.
  case suspend
  case quit
}

/// What the operator fired.
public struct SendOrder: Sendable, Hashable {
  /// The dashboard's number for it, rising from 1.
  public var order: Int
  public var draft: EventDraft
  /// The target's URL.
  public var target: String
  public var count: Int
  /// Sends a second; `nil` for as fast as possible.
  public var rate: Double?

  public init(order: Int, draft: EventDraft, target: String, count: Int, rate: Double?) {
    self.order = order
    self.draft = draft
    self.target = target
    self.count = count
    self.rate = rate
  }
}
