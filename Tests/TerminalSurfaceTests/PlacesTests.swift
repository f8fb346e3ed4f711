import TerminalSurface
import Testing

@Suite struct PlacesTests {
  private let size = Size(columns: 10, rows: 4)

  private func meanings(_ surface: Surface, _ row: Int, _ column: Int) -> [String] {
    surface.meanings(row: row, column: column).compactMap { $0 as? String }
  }

  @Test func whatWasMarkedLastLiesOnTop() {
    var surface = Surface.remembering(size: size)
    surface.mark(Rect(size), as: "all")
    surface.mark(Rect(row: 1, column: 2, rows: 1, columns: 3), as: "part")
    #expect(meanings(surface, 1, 4) == ["part", "all"])
    #expect(meanings(surface, 1, 5) == ["all"])
    #expect(meanings(surface, 4, 0) == [])
    surface.forgetPlaces()
    surface.mark(Rect(row: 0, column: 0, rows: 0, columns: 5), as: "empty")
    #expect(meanings(surface, 1, 4) == [])
  }

  @Test func aSurfaceThatIsOnlyShownRemembersNothingAndIsTheSame() {
    var plain = Surface(size: size)
    var remembering = Surface.remembering(size: size)
    plain.mark(Rect(size), as: "all")
    remembering.mark(Rect(size), as: "all")
    #expect(meanings(plain, 0, 0) == [])
    #expect(plain == remembering)
  }
}
