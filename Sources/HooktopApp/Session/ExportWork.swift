import Dashboard
import EventRecords
import EventStore
import Foundation

/// Carries out exports of the dashboard: captures, one after the other, into a new file.
struct ExportWork: Sendable {
  let store: EventStore
  let folders: UserFolders
  /// Whom curl is to believe for targets on this machine.
  let authorityPath: String?

  /// Why there is no export, as a sentence without its full stop.
  private struct Obstacle: Error {
    var reason: String
  }

  /// Writes the file, and says what became of it. A file that could not be written to its end is taken away again.
  func run(_ order: ExportOrder) async -> Notice {
    do {
      return Notice(.information, try await write(order))
    } catch let failure as NewFile.Failure {
      return Notice(.failure, "nothing was exported: \(failure.reason)")
    } catch let obstacle as Obstacle {
      return Notice(.failure, "nothing was exported: \(obstacle.reason)")
    } catch is CancellationError {
      return Notice(.warning, "nothing was exported: hooktop is ending")
    } catch {
      return Notice(.failure, "nothing was exported: \(CommandFailure(error).description)")
    }
  }

  private func write(_ order: ExportOrder) async throws -> String {
    var exporter = CaptureExporter(format: order.format, mask: order.mask)
    exporter.curl.authorityPath = authorityPath
    let file = try NewFile(path: absolute(order.path))
    do {
      try file.write(exporter.head)
      switch order.selection {
      case .captures(let ids): for id in ids { try await write(id, with: &exporter, to: file) }
      case .shown(let request, _): try await write(request, with: &exporter, to: file)
      }
      guard exporter.count > 0 else { throw Obstacle(reason: "what was to be exported is not in the store any more") }
      try file.write(exporter.foot)
    } catch {
      file.remove()
      throw error
    }
    return Self.summary(exporter, of: order, path: folders.abbreviate(file.path), byteCount: file.byteCount)
  }

  private static func summary(_ exporter: CaptureExporter, of order: ExportOrder, path: String, byteCount: Int) -> String {
    var text = "\(exporter.count == 1 ? "1 capture" : "\(exporter.count) captures") in \(path), \(CaptureLine.size(byteCount)) bytes"
    if case .captures(let ids) = order.selection, ids.count > exporter.count {
      text += "; \(ids.count - exporter.count) are not in the store any more"
    }
    if exporter.maskedCount > 0, order.format != .csv { text += "; secrets in \(exporter.maskedCount) are masked" }
    return text
  }

  /// All that a table shows, a page at a time; what arrives meanwhile is left out.
  private func write(_ first: PageRequest, with exporter: inout CaptureExporter, to file: NewFile) async throws {
    var request = first
    if request.newestID == nil { request.newestID = try await store.newestID() }
    while true {
      let page = try await store.page(request)
      for row in page.rows { try await write(row.id, with: &exporter, to: file) }
      guard let last = page.rows.last?.id, page.countAfter > 0 else { return }
      request.position = .after(last)
    }
  }

  private func write(_ id: Int64, with exporter: inout CaptureExporter, to file: NewFile) async throws {
    try Task.checkCancellation()
    guard let capture = try await store.capture(id: id) else { return }
    try file.write(exporter.piece(capture))
  }

  private func absolute(_ path: String) -> String {
    let path = folders.expand(path)
    return path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}
