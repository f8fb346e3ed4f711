/// How many captures there are, and where they are: `received` is always `shown`, `held` and `hidden` together.
struct TableCounters: Sendable, Hashable {
  var received: Int
  /// Those that are in the table's list, in view or not.
  var shown: Int
  /// Those that arrived while the table is paused.
  var held: Int
  /// Those that the filter leaves out.
  var hidden = 0
  /// Whether `shown` and `hidden` are exact: in a large store what matches is not counted to its end.
  var isExact = true
  /// Those of `received` that were rejected.
  var rejected: Int
}
