/// How many captures there are, and where they are: `received` is always `shown` and `held` together.
struct TableCounters: Sendable, Hashable {
  var received: Int
  /// Those that are in the table's list, in view or not.
  var shown: Int
  /// Those that arrived while the table is paused.
  var held: Int
  /// Those of `received` that were rejected.
  var rejected: Int
}
