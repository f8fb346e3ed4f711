/// Finds the name that was probably meant.
public enum NearestName {
  /// The known name with the fewest letters to change, add, drop or swap; the first of those that are equally near.
  public static func of(_ name: String, among known: [String]) -> String? {
    known.min { distance(name, $0) < distance(name, $1) }
  }

  /// How many letters must be changed, added, dropped or swapped with their neighbour to make one text of the other.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().prefix(64))
    let right = Array(right.lowercased().prefix(64))
    var beforePrevious = [Int]()
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
