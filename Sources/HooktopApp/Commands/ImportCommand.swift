import EventRecords
import EventStore

/// `hooktop import`: brings an export back in.
public enum ImportCommand {
  /// Reads a file, or standard input for `-`, and says how many captures came in.
  public static func run(settings: Settings, path: String) async throws {
    guard !settings.isEphemeral else {
      throw CommandFailure(.usage, "an import into a store in memory would be gone at once: leave out --ephemeral")
    }
    let lines = try LineSource(path: path == "-" ? path : settings.folders.expand(path))
    let store = try Wiring.openStore(settings)
    defer { store.close() }
    var work = CaptureImport(store: store)
    try await work.run(lines)
    StandardError.say(summary(work.tally, from: lines.name))
  }

  static func summary(_ tally: CaptureImport.Tally, from name: String) -> String {
    let captures = tally.count == 1 ? "1 capture" : "\(tally.count) captures"
    guard tally.maskedCount > 0 else { return "imported \(captures) from \(name)" }
    let masked = tally.maskedCount == 1 ? "1 of them has masked secrets" : "\(tally.maskedCount) of them have masked secrets"
    return "imported \(captures) from \(name); \(masked), which stay masked: an export with --with-secrets has them"
  }
}
