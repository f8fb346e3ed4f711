import CatalogEvents
import EventRecords
public import TerminalSurface

/// The whole of the dashboard, as a value: `update` moves it, `draw` shows it.
public struct DashboardState: Sendable {
  /// The views on the number keys.
  enum View: Sendable, Hashable {
    case events, deliveries, statistics
  }

  /// The parts of the events view that can have the keyboard.
  enum Pane: Sendable, Hashable {
    case table, detail
  }

  /// Something about the whole program that is wrong and stays so until it is mended.
  struct StoreFailure: Sendable, Hashable {
    var reason: String
    /// `nil` before the first tick.
    var since: Timestamp?
  }

  let environment: DashboardEnvironment
  let clock: ClockFormat

  var theme: Theme
  var size: Size
  /// The time of day at the last tick.
  var now: Timestamp?
  var view = View.events
  var focus = Pane.table
  /// Whether the detail lies over the table and takes the whole body.
  var isDetailWhole = false
  /// The part of the body that the detail gets, in percent.
  var detailShare = 50

  var table = EventTableState()
  var filters: FilterState
  var detail: EventDetailState
  /// What was sought in the detail, the newest last.
  var searches: [String] = []
  var deliveries = DeliveriesState()
  var statistics = StatisticsState()
  /// It lives on while the form is closed, so that it opens as it was left.
  var form: ComposeState
  var isComposing = false
  /// What lies over the views and has the keyboard.
  var overlay: Overlay?
  /// The lines that were carried out on the command line, oldest first.
  var commandHistory: [String] = []
  /// What must be answered with yes or no before anything else; it lies over all the rest.
  var question: ConfirmQuestion?
  /// The captures that are marked.
  var marks = Marks()
  /// What is being sent again, and where to the last time.
  var replays = ReplayState()
  /// Whether the operator asked to see what is secret.
  var showsSecrets = false
  /// The files that exports were written to, the last one last.
  var exportedPaths: [String] = []
  /// Two captures that are being loaded to be compared.
  var comparison: PendingComparison?
  /// A capture that is being loaded for the compose form.
  var draftedID: Int64?
  /// The send orders that were given and have not ended.
  var openOrders: Set<Int> = []

  var listeners: [ListenerStatus] = []
  var rate = RateHistory()
  var pace = PaceState()
  var notices = NoticeLog()
  var storeFailure: StoreFailure?

  public init(environment: DashboardEnvironment, size: Size) {
    self.environment = environment
    self.size = size
    theme = Theme(usesColor: environment.usesColor)
    clock = ClockFormat(timeZone: environment.timeZone)
    filters = FilterState(history: environment.filterHistory)
    detail = EventDetailState(theme: theme, clock: clock, mask: environment.mask)
    deliveries.mask = environment.mask
    var formValues = environment.formValues
    // What was asked for now wins over what was chosen the last time.
    if environment.explicitTarget != nil { formValues?.target = nil }
    form = ComposeState(values: formValues)
  }
}

extension DashboardState {
  /// Which pane has the keyboard.
  var context: KeyContext {
    if let overlay { return overlay.context }
    if isComposing { return .compose }
    if view == .deliveries { return .deliveries }
    if view == .statistics { return .statistics }
    return isDetailWhole || focus == .detail && layout.detailBody != nil ? .detail : .table
  }

  var layout: ScreenLayout { layout(in: Rect(size)) }

  /// The help, while it is open.
  var help: HelpState? {
    if case .help(let help) = overlay { help } else { nil }
  }

  func layout(in rect: Rect) -> ScreenLayout {
    ScreenLayout(rect, bannerCount: banners.count, detailShare: detailShare, isDetailWhole: isDetailWhole && view == .events)
  }

  /// Whether nothing was ever received: the events view then says how to begin.
  var isFirstStart: Bool {
    table.counts?.received == 0
  }

  /// Our own listener, for events that are sent to this dashboard: HTTPS first, because a catalog knows nothing else.
  var ownTarget: String? {
    (listeners.first(where: \.isTLS) ?? listeners.first)?.url
  }

  var composeContext: ComposeContext {
    ComposeContext(
      now: now ?? Timestamp(milliseconds: 0), ownTarget: ownTarget, webhookDomain: environment.webhookDomain,
      explicitTarget: environment.explicitTarget, queue: environment.queue, theme: theme, clock: clock,
      size: layout.form.size)
  }
}
