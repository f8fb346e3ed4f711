extension Surface {
  /// A part of the surface that stands for something: whoever is told where somebody clicked finds here what was meant.
  struct Place: Sendable {
    var rect: Rect
    var meaning: any Hashable & Sendable
  }

  /// A surface that remembers what its parts stand for. Others forget it at once, since a frame that is only shown needs none of it.
  public static func remembering(size: Size) -> Surface {
    var surface = Surface(size: size)
    surface.places = []
    return surface
  }

  /// Says what a part of the surface stands for. Where parts overlap, the one that was marked last lies on top.
  public mutating func mark(_ rect: Rect, as meaning: some Hashable & Sendable) {
    guard places != nil, !rect.isEmpty else { return }
    places?.append(Place(rect: rect, meaning: meaning))
  }

  /// What was marked so far lies under something else from now on, and stands for nothing.
  public mutating func forgetPlaces() {
    if places != nil { places = [] }
  }

  /// What a cell stands for, topmost first.
  public func meanings(row: Int, column: Int) -> [any Hashable & Sendable] {
    let cell = Rect(row: row, column: column, rows: 1, columns: 1)
    return (places ?? []).reversed().filter { $0.rect.contains(cell) }.map(\.meaning)
  }
}
