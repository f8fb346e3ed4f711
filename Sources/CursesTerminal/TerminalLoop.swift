import CNCurses
import Foundation
import TerminalSurface

/// The terminal's thread: paints what was left in the mailbox, reads keys and signals, and sleeps when nothing is owed.
///
/// Made and used on that thread alone, since curses belongs to one thread.
final class TerminalLoop {
  /// At most sixty frames a second, unless somebody pressed a key.
  private static let frameTime = Duration.nanoseconds(16_666_667)
  /// After a key, frames may follow one another this closely.
  private static let urgentFrameTime = Duration.milliseconds(2)
  /// How long after a key: a frame of before the key may still be on its way, and must not use up the hurry of the one that answers it.
  private static let urgentTime = Duration.milliseconds(50)
  private static let sequenceTime = Duration.milliseconds(25)
  /// A paste whose end never comes must not swallow keys for ever; a slow line may well pause within one.
  private static let pasteTime = Duration.seconds(5)
  /// So many characters are read before frames and signals get their turn.
  private static let readingsInOneGo = 4096

  private let mailbox: Mailbox
  private let onEvent: @Sendable (CursesTerminal.Event) -> Void
  private var painter: FramePainter
  private var decoder = InputDecoder()
  private var clicks = ClickCounter()
  private let clock = ContinuousClock()

  private var size: Size
  private var isRedrawOwed = false
  private var urgentUntil: ContinuousClock.Instant
  private var lastPaint: ContinuousClock.Instant
  private var isDrained = true
  private var hasMoreInput = false
  private var isDead = false
  private var isLent = false
  private var isStopped = false

  /// Begins with a terminal that is already open.
  init(mailbox: Mailbox, palette: ColorPalette, onEvent: @escaping @Sendable (CursesTerminal.Event) -> Void) {
    self.mailbox = mailbox
    self.onEvent = onEvent
    painter = FramePainter(palette: palette)
    lastPaint = clock.now
    urgentUntil = lastPaint + Self.urgentTime
    size = mailbox.size
    for (sequence, key) in KeySequences.all { hk_define_key(sequence, key) }
    adopt(Self.currentSize())
  }

  func run() {
    while !isStopped {
      for command in mailbox.takeCommands() { obey(command) }
      guard !isStopped else { break }
      paintIfDue()
      isDrained = hk_pump()
      sleep()
    }
  }

  /// The size by the kernel; 80 by 24 where it has none, and never so large that a hostile terminal could exhaust the memory.
  static func currentSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    hk_size(&columns, &rows)
    return Size(columns: columns > 0 ? min(Int(columns), 2000) : 80, rows: rows > 0 ? min(Int(rows), 1000) : 24)
  }
}

// MARK: - Frames

extension TerminalLoop {
  private var canPaint: Bool { isDrained && !isLent && !isDead && (isRedrawOwed || mailbox.hasFrame) }

  private func paintIfDue() {
    guard canPaint, lastPaint.duration(to: clock.now) >= spacing else { return }
    if let frame = mailbox.takeFrame() ?? painter.current { painter.paint(frame) }
    isRedrawOwed = false
    lastPaint = clock.now
  }

  /// How much time must lie between two frames at the moment.
  private var spacing: Duration {
    clock.now < urgentUntil ? Self.urgentFrameTime : Self.frameTime
  }

  private func hurry() {
    urgentUntil = clock.now + Self.urgentTime
  }

  private func adopt(_ newSize: Size) {
    hk_resize(Int32(clamping: newSize.columns), Int32(clamping: newSize.rows))
    painter.invalidate()
    hurry()
    guard newSize != size else { return }
    size = newSize
    mailbox.size = newSize
  }

  /// Tells the new size, or has the old picture drawn anew: whoever follows the size presents a new one.
  private func checkSize(redraws: Bool) {
    let newSize = Self.currentSize()
    if newSize != size {
      adopt(newSize)
      onEvent(.input(.resized(newSize)))
    } else if redraws {
      redraw()
    }
  }

  private func redraw() {
    isRedrawOwed = true
    painter.invalidate()
    hurry()
  }
}

// MARK: - Commands and signals

extension TerminalLoop {
  private func obey(_ command: Mailbox.Command) {
    switch command {
    case .redraw: redraw()
    case .suspend: suspend()
    case .stop: isStopped = true
    case .send(let bytes): bytes.withUnsafeBytes { hk_send($0.baseAddress, $0.count) }
    case .useMouse(let isWanted): hk_use_mouse(isWanted)
    case .lend(let continuation):
      if !isLent {
        isLent = true
        hk_leave()
        hk_lend_signals(true)
      }
      continuation.resume()
    case .reclaim:
      guard isLent else { return }
      isLent = false
      hk_lend_signals(false)
      resume()
    }
  }

  private func suspend() {
    guard !isLent, !isDead else { return }
    hk_leave()
    let farewell = Array("suspended: nothing is received until fg\n".utf8)
    _ = write(STDOUT_FILENO, farewell, farewell.count)
    hk_stop_process()
    resume()
  }

  private func resume() {
    hk_enter()
    checkSize(redraws: true)
  }

  private func readSignals() {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(hk_signals(), &bytes, bytes.count)
    guard count > 0 else { return }
    for signal in Set(bytes[..<count]) {
      switch Int32(signal) {
      case SIGWINCH where !isLent: checkSize(redraws: false)
      case SIGTSTP: suspend()
      case SIGCONT where !isLent: resume()
      case SIGINT, SIGTERM, SIGHUP: onEvent(.terminationRequested)
      default: break
      }
    }
  }
}

// MARK: - Waiting and reading

extension TerminalLoop {
  private func sleep() {
    var sources = [
      pollfd(fd: hk_signals(), events: Int16(POLLIN), revents: 0),
      pollfd(fd: isLent || isDead ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isDrained || isLent || isDead ? -1 : hk_output(), events: Int16(POLLOUT), revents: 0),
    ]
    let count = poll(&sources, nfds_t(sources.count), timeout)
    guard count >= 0 else { return }
    if sources[0].revents != 0 { readSignals() }
    if sources[1].revents != 0 || hasMoreInput {
      readInput()
    } else if count == 0, decoder.pending != .nothing {
      deliver(decoder.flush())
    }
    if sources[1].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0, !hasMoreInput { die() }
  }

  /// Milliseconds until something is owed, -1 for never.
  private var timeout: Int32 {
    if hasMoreInput { return 0 }
    var waits: [Duration] = []
    if canPaint { waits.append(spacing - lastPaint.duration(to: clock.now)) }
    switch decoder.pending {
    case .nothing: break
    case .escape, .sequence: waits.append(Self.sequenceTime)
    case .paste: waits.append(Self.pasteTime)
    }
    guard let shortest = waits.min() else { return -1 }
    let milliseconds = shortest.components.seconds * 1000 + shortest.components.attoseconds / 1_000_000_000_000_000
    return Int32(clamping: max(0, milliseconds + 1))
  }

  private func readInput() {
    hasMoreInput = false
    for reading in 0..<Self.readingsInOneGo {
      guard let unit = nextUnit() else {
        if reading == 0, isAtEnd { die() }
        // curses has already waited for what could have followed.
        if decoder.pending == .escape { deliver(decoder.flush()) }
        return
      }
      deliver(decoder.read(unit))
    }
    hasMoreInput = true
  }

  private func nextUnit() -> InputDecoder.Unit? {
    var value: UInt32 = 0
    switch hk_read(&value) {
    case HK_INPUT_BYTE: return .byte(UInt8(truncatingIfNeeded: value))
    case HK_INPUT_KEY: return .key(hk_key(rawValue: value))
    default: return nil
    }
  }

  private func deliver(_ events: [InputEvent]) {
    hk_read_keys(decoder.pending != .paste)
    guard !events.isEmpty else { return }
    hurry()
    for event in events {
      if case .mouse(let mouse) = event {
        onEvent(.input(.mouse(clicks.count(mouse, at: clock.now))))
      } else {
        onEvent(.input(event))
      }
    }
  }

  /// Whether input is ready and yet there is none: that is how a terminal's end is read.
  private var isAtEnd: Bool {
    var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var count: Int32 = 0
    return poll(&source, 1, 0) > 0 && ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 && count == 0
  }

  private func die() {
    guard !isDead else { return }
    isDead = true
    onEvent(.terminationRequested)
  }
}
