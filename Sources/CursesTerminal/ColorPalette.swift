import TerminalSurface

/// The colours that a terminal has, and the nearest one to each that is asked for.
struct ColorPalette: Sendable {
  enum Depth: Sendable, Hashable {
    /// No colour at all, or none wanted.
    case none
    case eight, sixteen, palette256
    /// A colour's number is its red, green and blue; the first eight numbers are still the palette's.
    case direct
  }

  /// What the driver is told: a colour's number, -1 for the terminal's default, and the attributes that make up for what a terminal lacks.
  struct Match: Sendable, Hashable {
    var number: Int
    var attributes: TextAttributes = []
  }

  let depth: Depth

  init(colors: Int) {
    depth =
      switch colors {
      case ..<8: .none
      case ..<16: .eight
      case ..<256: .sixteen
      case 256: .palette256
      default: .direct
      }
  }

  func foreground(_ color: Color) -> Match {
    guard depth != .none, let index = color.paletteIndex else { return Match(number: -1) }
    switch depth {
    case .none: return Match(number: -1)
    case .direct: return Match(number: index < 8 ? index : Self.rgb(index).number)
    case .palette256: return Match(number: index)
    case .sixteen: return Match(number: index < 16 ? index : Self.nearest(to: index, of: 16))
    case .eight:
      let plain = index < 16 ? index : Self.nearest(to: index, of: 16)
      // Bold black is not to be seen on many terminals, and what is written in it is secondary text, which must be legible.
      if plain == 8 { return Match(number: -1, attributes: .dim) }
      return plain < 8 ? Match(number: plain) : Match(number: plain - 8, attributes: .bold)
    }
  }

  /// As for a foreground, except that bold does not make a background brighter.
  func background(_ color: Color) -> Match {
    guard depth == .eight, let index = color.paletteIndex else { return Match(number: foreground(color).number) }
    return Match(number: index < 16 ? index % 8 : Self.nearest(to: index, of: 8))
  }
}

extension ColorPalette {
  private typealias RGB = (red: Int, green: Int, blue: Int)

  /// xterm's own values of the first sixteen.
  private static let base: [RGB] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// A colour of xterm's palette: sixteen of its own, a cube of six to the side, and 24 greys.
  private static func rgb(_ index: Int) -> (red: Int, green: Int, blue: Int, number: Int) {
    let color: RGB
    switch index {
    case ..<16: color = base[max(0, index)]
    case ..<232:
      let level = { (step: Int) in step == 0 ? 0 : 55 + 40 * step }
      let cube = index - 16
      color = (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    default:
      let grey = 8 + 10 * (min(index, 255) - 232)
      color = (grey, grey, grey)
    }
    return (color.red, color.green, color.blue, color.red << 16 | color.green << 8 | color.blue)
  }

  private static func nearest(to index: Int, of count: Int) -> Int {
    let wanted = rgb(index)
    let distance = { (candidate: Int) in
      let (red, green, blue) = base[candidate]
      let (r, g, b) = (red - wanted.red, green - wanted.green, blue - wanted.blue)
      return r * r + g * g + b * b
    }
    return (0..<count).min { distance($0) < distance($1) } ?? 7
  }
}

extension Color {
  /// The place in xterm's palette; `nil` for the terminal's default.
  fileprivate var paletteIndex: Int? {
    switch self {
    case .terminalDefault: nil
    case .black: 0
    case .red: 1
    case .green: 2
    case .yellow: 3
    case .blue: 4
    case .magenta: 5
    case .cyan: 6
    case .white: 7
    case .brightBlack: 8
    case .brightRed: 9
    case .brightGreen: 10
    case .brightYellow: 11
    case .brightBlue: 12
    case .brightMagenta: 13
    case .brightCyan: 14
    case .brightWhite: 15
    case .indexed(let index): Int(index)
    }
  }
}
