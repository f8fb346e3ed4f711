import Foundation
public import TerminalSurface

/// The stored pictures of a test target: what its screens should look like.
///
/// A missing picture is a failure, never a silent new standard. `HOOKTOP_RECORD=1` writes what is drawn; where `CI` is set that is refused.
public struct PictureBook: Sendable {
  /// Why a picture is not as it should be, with what was drawn.
  public struct Mismatch: Error, CustomStringConvertible {
    public let description: String
  }

  private let folder: URL

  /// The folder `Pictures` of the test target in which the caller stands.
  public init(filePath: String = #filePath) {
    var folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    while folder.pathComponents.count > 2, folder.deletingLastPathComponent().lastPathComponent != "Tests" {
      folder.deleteLastPathComponent()
    }
    self.folder = folder.appendingPathComponent("Pictures")
  }

  /// Compares a surface with the stored picture of that name.
  public func expect(_ surface: Surface, named name: String) throws {
    let drawn = Picture.text(of: surface)
    let file = folder.appendingPathComponent(name + ".txt")
    let environment = ProcessInfo.processInfo.environment
    if environment["HOOKTOP_RECORD"] == "1" {
      guard environment["CI"] == nil else { throw Mismatch(description: "HOOKTOP_RECORD is refused where CI is set") }
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(drawn.utf8).write(to: file)
      return
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw Mismatch(description: "there is no picture \(file.path); this was drawn:\n\(drawn)\nHOOKTOP_RECORD=1 stores it")
    }
    let stored = String(decoding: data, as: UTF8.self)
    guard stored != drawn else { return }
    throw Mismatch(description: "the screen is not as in \(name).txt:\n\(difference(stored, drawn))\nHOOKTOP_RECORD=1 stores what is drawn")
  }

  private func difference(_ stored: String, _ drawn: String) -> String {
    let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
    let new = drawn.split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(old.count, new.count)).compactMap { index in
      let left = index < old.count ? old[index] : ""
      let right = index < new.count ? new[index] : ""
      return left == right ? nil : "- \(left)\n+ \(right)"
    }.joined(separator: "\n")
  }
}
