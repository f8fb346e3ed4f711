import TerminalSurface

/// Where everything goes on a screen of a size.
///
/// The header, the status line and the footer always have their rows, so that nothing jumps.
struct ScreenLayout: Sendable, Hashable {
  enum Arrangement: Sendable, Hashable {
    /// Below 40x10: one line of text.
    case line
    case tableOnly
    case stacked
    case sideBySide
  }

  let arrangement: Arrangement
  let header: Rect
  let banner: Rect
  /// All between the header and the status line.
  let body: Rect
  let status: Rect
  let footer: Rect
  /// Where the compose form lies: over the body, or over all but the footer when it is narrow or low.
  let form: Rect
  /// The table's title, where it has one.
  private(set) var tableTitle: Rect?
  private(set) var tableHead = Rect(row: 0, column: 0, rows: 0, columns: 0)
  private(set) var tableRows = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// The line between table and detail when they stand side by side.
  private(set) var divider: Rect?
  /// `nil` where there is no room for a detail beside the table.
  private(set) var detailTitle: Rect?
  private(set) var detailBody: Rect?

  /// `detailShare` is the part of the body that the detail gets, in percent; `isDetailWhole` gives it all.
  init(_ rect: Rect, bannerCount: Int, detailShare: Int, isDetailWhole: Bool) {
    let isSmall = rect.columns < 40 || rect.rows < 10
    arrangement = isSmall ? .line : rect.columns < 60 ? .tableOnly : rect.columns < 120 ? .stacked : .sideBySide
    let (header, belowHeader) = rect.splitTop(2)
    let (banner, belowBanner) = belowHeader.splitTop(min(bannerCount, max(0, rect.rows - 8)))
    let (aboveFooter, footer) = belowBanner.splitBottom(1)
    let (body, status) = aboveFooter.splitBottom(1)
    self.header = header
    self.banner = banner
    self.body = body
    self.status = status
    self.footer = footer
    form = rect.columns < 60 || rect.rows < 20 ? rect.splitBottom(1).rest : body
    if isDetailWhole {
      let (title, text) = body.splitTop(1)
      (detailTitle, detailBody) = (title, text)
      placeTable(in: body)
      return
    }
    switch arrangement {
    case .line, .tableOnly: placeTable(in: body)
    case .stacked:
      // A detail of fewer than four rows shows nothing worth its room.
      let detailRows = body.rows < 10 ? 0 : min(max(4, body.rows * detailShare / 100), body.rows - 4)
      let (table, detail) = body.splitBottom(detailRows)
      placeTable(in: table)
      guard detailRows > 0 else { return }
      let (title, text) = detail.splitTop(1)
      (detailTitle, detailBody) = (title, text)
    case .sideBySide:
      // Up to its usual share the detail leaves the table what all columns need.
      let wanted = max(40, body.columns * (detailShare - 5) / 100)
      let leastTable = detailShare > 50 ? 50 : 77
      let detailColumns = min(wanted, body.columns - leastTable)
      let (table, right) = body.splitLeft(body.columns - detailColumns - 1)
      let (line, detail) = right.splitLeft(1)
      let (title, belowTitle) = table.splitTop(1)
      tableTitle = title
      placeTable(in: belowTitle)
      divider = line
      let (detailTitle, text) = detail.splitTop(1)
      self.detailTitle = detailTitle
      detailBody = text
    }
  }

  /// The size of the help's text below its title.
  var helpText: Size { Size(columns: body.columns, rows: max(0, body.rows - 1)) }

  private mutating func placeTable(in rect: Rect) {
    (tableHead, tableRows) = rect.splitTop(1)
  }
}
