import CatalogEvents
import Dashboard
import EventRecords
import EventStore
import Foundation

/// Carries out what was asked to be copied: through the terminal, or into a file where the terminal cannot take it.
struct CopyWork: Sendable {
  let store: EventStore
  /// Hands bytes to the terminal's clipboard; says why it cannot, as a clause, or `nil` when they were sent.
  let toClipboard: @Sendable ([UInt8]) -> String?
  /// The folder of the files that are written instead; `nil` where no event may be written to disk.
  let folder: String?
  /// Whom curl is to believe for targets on this machine.
  let authorityPath: String?

  /// Why something cannot be copied, as a sentence without its full stop.
  private struct Obstacle: Error {
    var reason: String
  }

  private struct Copied {
    var bytes: [UInt8]
    /// What it is, in a sentence.
    var name: String
    /// For a file: `511-body.json`.
    var file: (name: String, fileExtension: String)
    var isMasked = false
  }

  /// Copies, and says what became of it.
  func run(_ order: CopyOrder) async -> Notice {
    do {
      let copied = try await copied(order)
      let masked = copied.isMasked ? ", its secrets masked" : ""
      guard let obstacle = toClipboard(copied.bytes) else {
        return Notice(.information, "\(copied.name), \(CaptureLine.size(copied.bytes.count)) bytes, was sent to the clipboard\(masked)")
      }
      guard let folder else { throw Obstacle(reason: "\(obstacle); an export writes it to a file") }
      return Notice(.warning, "\(obstacle): \(copied.name)\(masked) is in \(try keep(copied, in: folder))")
    } catch let obstacle as Obstacle {
      return Notice(.failure, "nothing was copied: \(obstacle.reason)")
    } catch let failure as NewFile.Failure {
      return Notice(.failure, "nothing was copied: \(failure.reason)")
    } catch {
      return Notice(.failure, "nothing was copied: \(CommandFailure(error).description)")
    }
  }

  private func copied(_ order: CopyOrder) async throws -> Copied {
    let id = order.capture
    if case .bytes(let bytes, let name) = order.content { return Copied(bytes: bytes, name: name, file: ("\(id)-copy", "txt")) }
    guard let original = try await store.capture(id: id) else { throw Obstacle(reason: "#\(id) is not in the store any more") }
    let capture = order.mask(original)
    let isMasked = order.mask.hides(original)
    switch order.content {
    case .body:
      let body = try body(of: capture)
      return Copied(bytes: body, name: "the body of #\(id)", file: ("\(id)-body", (try? JSONDocument(body)) == nil ? "bin" : "json"))
    case .indentedBody:
      let body = try body(of: capture)
      guard let document = try? JSONDocument(body) else {
        throw Obstacle(reason: "the body of #\(id) is not JSON, so that it cannot be indented; its exact bytes can be copied")
      }
      return Copied(bytes: document.indented(), name: "the indented body of #\(id)", file: ("\(id)-indented", "json"))
    case .curl:
      guard let command = CurlCommand(authorityPath: authorityPath).command(capture) else { throw noBody(id) }
      return Copied(bytes: Array(command.utf8), name: "a curl command for #\(id)", file: ("\(id)-curl", "sh"), isMasked: isMasked)
    case .send:
      guard let line = HooktopLine.send(capture) else { throw Obstacle(reason: "#\(id) has no event that hooktop send could write") }
      return Copied(bytes: Array(line.utf8), name: "a hooktop send line for #\(id)", file: ("\(id)-send", "sh"))
    case .replay:
      return Copied(bytes: Array(HooktopLine.replay(capture).utf8), name: "a hooktop replay line for #\(id)", file: ("\(id)-replay", "sh"))
    case .header(let index):
      guard capture.headers.indices.contains(index) else { throw Obstacle(reason: "#\(id) has no such header") }
      let field = capture.headers[index]
      return Copied(
        bytes: field.bytes, name: "\(field.name) of #\(id)", file: ("\(id)-header", "txt"), isMasked: field != original.headers[index])
    case .bytes(let bytes, let name): return Copied(bytes: bytes, name: name, file: ("\(id)-copy", "txt"))
    }
  }

  private func body(of capture: Capture) throws -> [UInt8] {
    guard let body = capture.body else { throw noBody(capture.id) }
    return body
  }

  private func noBody(_ id: Int64) -> Obstacle {
    Obstacle(reason: "the body of #\(id) was refused unread, and is not here")
  }

  /// Writes a file of its own and returns its path.
  private func keep(_ copied: Copied, in folder: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var number = 1
    while true {
      let suffix = number == 1 ? "" : "-\(number)"
      do throws(NewFile.Failure) {
        let file = try NewFile(path: "\(folder)/\(copied.file.name)\(suffix).\(copied.file.fileExtension)")
        try file.write(copied.bytes)
        return file.path
      } catch {
        guard error.isTaken, number < 10_000 else { throw error }
        number += 1
      }
    }
  }
}
