/// Finds which elements of two arrays belong together by their names, in the order in which they stand.
enum JSONAlignment {
  /// Pairs of positions, rising on both sides: as many names as possible are paired without any two crossing; what is left stands alone.
  ///
  /// The keys on each side must all be different, so that the longest common subsequence is the longest rising one of the partners'
  /// positions, which is found in n log n steps.
  static func pairs<Key: Hashable>(_ olds: [Key], _ news: [Key]) -> [(old: Int?, new: Int?)] {
    var positions: [Key: Int] = [:]
    for (position, key) in news.enumerated() { positions[key] = position }
    let candidates = olds.enumerated().compactMap { position, key in positions[key].map { (old: position, new: $0) } }
    var pairs: [(old: Int?, new: Int?)] = []
    var old = 0
    var new = 0
    func addUnpaired(upTo end: (old: Int, new: Int)) {
      pairs += (old..<end.old).map { ($0, nil) }
      pairs += (new..<end.new).map { (nil, $0) }
    }
    for index in longestRise(candidates.map(\.new)) {
      let pair = candidates[index]
      addUnpaired(upTo: pair)
      pairs.append((pair.old, pair.new))
      old = pair.old + 1
      new = pair.new + 1
    }
    addUnpaired(upTo: (olds.count, news.count))
    return pairs
  }

  /// The positions of a longest rising subsequence.
  private static func longestRise(_ numbers: [Int]) -> [Int] {
    /// For each length, where the subsequence of that length with the least end ends.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: numbers.count)
    for (position, number) in numbers.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      previous[position] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(position) } else { ends[low] = position }
    }
    var rise: [Int] = []
    var position = ends.last
    while let current = position {
      rise.append(current)
      position = previous[current]
    }
    return rise.reversed()
  }
}
