public import Dashboard
public import TerminalSurface

extension DashboardDriver {
  /// What was expected of a dashboard and is not so, with the screen as it is.
  public struct Disappointment: Error, CustomStringConvertible {
    public let description: String
  }

  /// Expects every text to be somewhere on the screen, each within a row.
  public func expectScreen(_ texts: String...) throws {
    for text in texts where !shows(text) { throw Disappointment(description: "the screen does not show “\(text)”:\n\(framedScreen)") }
  }

  /// Expects none of the texts to be on the screen.
  public func expectNoScreen(_ texts: String...) throws {
    for text in texts where shows(text) { throw Disappointment(description: "the screen shows “\(text)”:\n\(framedScreen)") }
  }

  /// Expects exactly these effects since the effects were last taken or expected, questions to the store left out.
  public mutating func expectEffects(_ expected: Effect...) throws {
    let found = takeEffects()
    guard found != expected else { return }
    throw Disappointment(description: "expected the effects \(expected), but found \(found)")
  }

  /// Expects the screen to look as in the stored picture of that name, at the size that it has.
  public func expectPicture(named name: String, filePath: String = #filePath) throws {
    try PictureBook(filePath: filePath).expect(surface, named: "\(name)-\(size.columns)x\(size.rows)")
  }

  /// Expects the screen to look as in the stored pictures of that name, at each of the sizes.
  public mutating func expectPictures(named name: String, sizes: [Size] = Size.pictured, filePath: String = #filePath) throws {
    for size in sizes {
      resize(columns: size.columns, rows: size.rows)
      try expectPicture(named: name, filePath: filePath)
    }
  }

  private var framedScreen: String {
    screen.map { "|\($0)" }.joined(separator: "\n")
  }
}

extension Size {
  /// The sizes at which every view is pictured: a laptop's default, a big window, a full screen, and the least.
  public static let pictured = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60), Size(columns: 40, rows: 10),
  ]

  /// The sizes at which what lies over the table, or takes its place, is pictured: among them a screen that is wide but not high.
  public static let picturedViews = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 160, rows: 45), Size(columns: 40, rows: 10),
  ]
}
