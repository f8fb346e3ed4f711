public import CatalogEvents

/// What Cloud Tasks says about a request that it makes for a task, read from the `X-CloudTasks-*` headers.
///
/// Anybody can send such headers: they say what the sender claims. Of a name that came twice the first counts.
public struct CloudTaskHeaders: Sendable, Hashable {
  /// The queue's short id.
  public var queueName: String?
  /// The task's short id; `nil` when it is absent, empty, or not UTF-8.
  public var taskName: String?
  /// How often the task was tried before: 0 at the first attempt.
  public var retryCount: Int?
  /// How often it was answered before; Cloud Tasks counts neither answers of 500 to 599 nor attempts without an answer.
  public var executionCount: Int?
  /// When the task was to be sent, as it is spelled: seconds since 1970 with six decimals.
  public var eta: String?
  /// The status of the answer to the attempt before; absent at the first attempt.
  public var previousResponse: String?
  /// Why it is tried again; Cloud Tasks mostly leaves it empty.
  public var retryReason: String?

  /// `nil` when no header names a task or a queue.
  public init?(_ headers: [HeaderField]) {
    func text(_ name: String) -> String? {
      headers.first { $0.isNamed(name) }?.text
    }
    queueName = text("X-CloudTasks-QueueName")
    taskName = text("X-CloudTasks-TaskName").flatMap { $0.isEmpty ? nil : $0 }
    guard queueName != nil || taskName != nil else { return nil }
    retryCount = text("X-CloudTasks-TaskRetryCount").flatMap(Self.count)
    executionCount = text("X-CloudTasks-TaskExecutionCount").flatMap(Self.count)
    eta = text("X-CloudTasks-TaskETA")
    previousResponse = text("X-CloudTasks-TaskPreviousResponse")
    retryReason = text("X-CloudTasks-TaskRetryReason")
  }

  /// `eta` as a moment, to the millisecond and never later than it is; `nil` when it is absent or no number of seconds.
  public var scheduledAt: Timestamp? {
    guard let parts = eta?.split(separator: ".", omittingEmptySubsequences: false), (1...2).contains(parts.count),
      let seconds = Self.digits(parts[0], atMost: 12)
    else { return nil }
    guard parts.count == 2 else { return Timestamp(milliseconds: Int64(seconds) * 1000) }
    guard let fraction = Self.digits(parts[1].prefix(3), atMost: 3), parts[1].utf8.allSatisfy(Self.isDigit) else { return nil }
    let scale = [1: 100, 2: 10, 3: 1][min(3, parts[1].count)] ?? 1
    return Timestamp(milliseconds: Int64(seconds) * 1000 + Int64(fraction * scale))
  }

  /// Which attempt of which task it is; `nil` when the task is not named.
  public var attempt: TaskAttempt? {
    taskName.map { TaskAttempt(queue: queueName, name: $0, retryCount: retryCount) }
  }

  private static func count(_ text: String) -> Int? {
    digits(text[...], atMost: 9)
  }

  private static func digits(_ text: Substring, atMost limit: Int) -> Int? {
    (1...limit).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit) ? Int(text) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }
}

/// Which attempt of which Cloud Tasks task a request is.
public struct TaskAttempt: Sendable, Hashable {
  public var queue: String?
  public var name: String
  /// How often the task was tried before; `nil` when the sender does not say.
  public var retryCount: Int?

  public init(queue: String?, name: String, retryCount: Int?) {
    self.queue = queue
    self.name = name
    self.retryCount = retryCount
  }

  /// Whether both are attempts of one task: names are unique within a queue.
  public func isOfSameTask(as other: TaskAttempt) -> Bool {
    name.utf8.elementsEqual(other.name.utf8) && queue == other.queue
  }
}

extension HeaderField {
  /// Whether it has this name, in whatever case its letters came.
  public func isNamed(_ other: String) -> Bool {
    name.utf8.count == other.utf8.count && zip(name.utf8, other.utf8).allSatisfy { lowered($0) == lowered($1) }
  }
}

private func lowered(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
