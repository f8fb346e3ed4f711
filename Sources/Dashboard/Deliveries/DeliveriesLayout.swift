import TerminalSurface

/// Where the parts of the deliveries view are.
struct DeliveriesLayout: Sendable, Hashable {
  var title: Rect
  var head: Rect
  var list: Rect
  /// The line between list and detail when they stand side by side.
  var divider: Rect?
  /// `nil` where there is no room for a detail.
  var detailTitle: Rect?
  var detail: Rect?

  init(_ rect: Rect) {
    var left = rect
    if rect.columns >= 120 {
      let (list, right) = rect.splitLeft(rect.columns * 11 / 20)
      let (line, detail) = right.splitLeft(1)
      left = list
      divider = line
      (detailTitle, self.detail) = detail.splitTop(1)
    } else if rect.rows >= 14 {
      let (list, detail) = rect.splitTop(rect.rows / 2)
      left = list
      (detailTitle, self.detail) = detail.splitTop(1)
    }
    let (title, rest) = left.splitTop(1)
    self.title = title
    (head, list) = rest.splitTop(1)
  }
}
