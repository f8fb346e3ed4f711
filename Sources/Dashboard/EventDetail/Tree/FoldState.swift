/// Which arrays and objects of a document are folded, each known by where it begins.
///
/// All of them are folded without any being looked at: only what differs from the rule is listed. The outermost is never folded.
struct FoldState: Sendable, Hashable {
  private var foldsAll = false
  private var exceptions: Set<UInt32> = []

  static let none = FoldState()

  static let all: FoldState = {
    var state = FoldState()
    state.foldsAll = true
    return state
  }()

  /// Whether nothing is folded.
  var isEmpty: Bool { !foldsAll && exceptions.isEmpty }

  func isFolded(_ start: UInt32) -> Bool {
    foldsAll != exceptions.contains(start)
  }

  mutating func setFolded(_ isFolded: Bool, _ start: UInt32) {
    if isFolded == foldsAll { exceptions.remove(start) } else { exceptions.insert(start) }
  }
}
