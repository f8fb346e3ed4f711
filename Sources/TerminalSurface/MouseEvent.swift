/// What was done with the mouse at a cell of the terminal.
public struct MouseEvent: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// `clicks` is 1 for a click, 2 for a double click, and so on: presses of the same button on the same cell soon after one another.
    case press(Button, clicks: Int)
    case release(Button)
    /// The mouse moved while a button was held down.
    case drag(Button)
    /// A wheel turned by one step.
    case wheel(Direction)
  }

  public enum Button: Sendable, Hashable {
    case left, middle, right
  }

  public enum Direction: Sendable, Hashable {
    case up, down, left, right
  }

  /// Keys that were held down meanwhile, as far as the terminal tells.
  public struct Modifiers: OptionSet, Sendable, Hashable {
    public var rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public var kind: Kind
  public var position: Surface.Position
  public var modifiers: Modifiers

  public init(_ kind: Kind, row: Int, column: Int, modifiers: Modifiers = []) {
    self.kind = kind
    position = Surface.Position(row: row, column: column)
    self.modifiers = modifiers
  }
}
