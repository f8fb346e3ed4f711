import CatalogEvents
import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

struct RandomTests {
  static let keys: [Key] =
    "jkgG[]12cFp+_?qQy nxé字".map(Key.character) + "duflzcn".map(Key.control) + (1...12).map(Key.function) + [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
    ]

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func countersAlwaysAddUp(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var driver = DashboardDriver(size: Size(columns: 100, rows: 30))
    for _ in 0..<200 {
      driver.answersAtOnce = Bool.random(using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2: driver.receive(SampleCaptures.random(using: &random))
      case 3: driver.type("p")
      case 4: driver.wait(seconds: 1)
      case 5: if let id = driver.captures.captures.randomElement(using: &random)?.id { driver.captures.remove(id: id) }
      case 6: driver.answer()
      default:
        driver.press(
          Self.keys.filter { ![.control("c"), .character("Q"), .character("c")].contains($0) }.randomElement(using: &random) ?? .up)
      }
      guard let line = driver.screen.first(where: { $0.contains(" received · ") }) else { continue }
      let numbers = line.split(separator: " ").compactMap { Int($0) }.suffix(line.contains(" held") ? 4 : 3)
      let sum = numbers.dropFirst().dropLast().reduce(0, +)
      #expect(numbers.first == sum, "\(line)")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func anyKeysAndSizesNeitherCrashNorDrawOutside(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var driver = DashboardDriver(captures: SampleCaptures.mixed() + SampleCaptures.hostile)
    for _ in 0..<150 {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: driver.resize(columns: .random(in: 0...220, using: &random), rows: .random(in: 0...70, using: &random))
      case 1: driver.receive(SampleCaptures.random(using: &random))
      case 2: driver.deliver(.input(.paste("Zoë\u{1B}[2J字\n\r\n")))
      case 3: driver.deliver(.storeFailed(reason: Bool.random(using: &random) ? "the disk is full" : nil))
      case 4: driver.wait(seconds: 1)
      case 5:
        driver.deliver(.listenersChanged([ListenerStatus(url: "x", isTLS: true, health: .failing(reason: "y"))] + ListenerStatus.fixtures))
      case 6, 7:
        let kind: MouseEvent.Kind =
          [
            .press(.left, clicks: .random(in: 1...3, using: &random)), .wheel(.up), .wheel(.down), .release(.left), .drag(.left),
          ].randomElement(using: &random) ?? .wheel(.up)
        driver.deliver(
          .input(.mouse(MouseEvent(kind, row: .random(in: 0...70, using: &random), column: .random(in: 0...220, using: &random)))))
      default: driver.press(Self.keys.randomElement(using: &random) ?? .up)
      }
      let size = driver.size
      var surface = Surface(size: Size(columns: size.columns + 6, rows: size.rows + 4))
      let inside = Rect(row: 2, column: 3, rows: size.rows, columns: size.columns)
      surface.fill(Rect(surface.size), style: Style(background: .magenta))
      var frame = surface
      driver.state.draw(on: &surface, in: inside)
      // What lies inside may be anything; what lies outside must be as it was.
      surface.fill(inside)
      frame.fill(inside)
      surface.cursor = nil
      #expect(surface == frame, "drawn outside at \(size) with seed \(seed)")
    }
  }
}

/// A generator whose numbers follow from its seed alone (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
