import Dashboard
public import TerminalSurface

extension DashboardDriver {
  /// Clicks on the first place of the screen where a text stands, some times in a row.
  public mutating func click(_ text: String, times: Int = 1) throws {
    let place = try place(of: text)
    for clicks in 1...max(1, times) {
      deliver(.input(.mouse(MouseEvent(.press(.left, clicks: clicks), row: place.row, column: place.column))))
      deliver(.input(.mouse(MouseEvent(.release(.left), row: place.row, column: place.column))))
    }
  }

  /// Turns the wheel by a step over the first place of the screen where a text stands.
  public mutating func turnWheel(_ direction: MouseEvent.Direction, over text: String) throws {
    let place = try place(of: text)
    deliver(.input(.mouse(MouseEvent(.wheel(direction), row: place.row, column: place.column))))
  }

  /// Where a text begins, spaces at its ends left out.
  private func place(of text: String) throws -> Surface.Position {
    let sought = text.trimmingEnd()
    let surface = surface
    for row in 0..<size.rows where surface.text(row: row).contains(sought) {
      let cells = (0..<size.columns).map { surface[row, $0].text }
      for column in cells.indices where !cells[column].isEmpty && cells[column...].joined().hasPrefix(sought) {
        let lead = sought.prefix { $0 == " " }.count
        return Surface.Position(row: row, column: column + lead)
      }
    }
    throw Disappointment(description: "the screen does not show “\(text)”:\n\(screen.joined(separator: "\n"))")
  }
}
