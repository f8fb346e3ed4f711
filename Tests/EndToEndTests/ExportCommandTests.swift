import Foundation
import HooktopTesting
import Testing

/// What is received can be taken out, run again and brought back in, and its secrets stay where they are until they are asked for.
@Suite struct ExportCommandTests {
  private let folder: TemporaryFolder
  /// `ana:PLANTED`, as it goes over the wire.
  private let secret = Data("ana:PLANTED".utf8).base64EncodedString()

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A listener that has received an event with credentials in its headers and its path.
  private func receiving() async throws -> Listening {
    let listening = try await Listening("--json", folder: folder)
    let sent = try await hooktop(
      "send", "dataset", "--name", "orders", "--to", "http://ana:PLANTED@127.0.0.1:\(listening.http)/event?token=PLANTED", folder: folder)
    #expect(sent.status == 0, "\(sent.errorText)")
    #expect(!(sent.outputText + sent.errorText).contains("PLANTED"))
    return listening
  }

  private func isPlanted(_ text: String) -> Bool {
    text.contains("PLANTED") || text.contains(secret)
  }

  @Test(arguments: ["table", "jsonl", "csv", "har", "curl"])
  func aSecretIsInNoFormatUntilItIsAskedFor(format: String) async throws {
    let listening = try await receiving()
    let masked = try await hooktop("events", "--format", format, "--store", listening.storePath, folder: folder)
    #expect(masked.status == 0, "\(masked.errorText)")
    #expect(masked.outputText.contains("orders"))
    #expect(!isPlanted(masked.outputText + masked.errorText))
    let whole = try await hooktop("events", "--format", format, "--with-secrets", "--store", listening.storePath, folder: folder)
    #expect(isPlanted(whole.outputText) == (format != "table"))
    for arguments in [["show", "1"], ["show", "1", "--json"]] {
      let shown = try await run(BuiltBinary.hooktop, arguments + ["--store", listening.storePath], folder: folder)
      #expect(shown.status == 0 && !isPlanted(shown.outputText))
    }
    _ = try await listening.stop()
    #expect(!isPlanted(listening.child.outputText + listening.child.errorText))
  }

  @Test func anExportComesBackIdenticalButForItsNumbers() async throws {
    let listening = try await receiving()
    let export = try await hooktop("events", "--json", "--with-secrets", "--store", listening.storePath, folder: folder)
    let other = folder.file("other.db")
    let imported = try await hooktop("import", "-", "--store", other, input: export.output, folder: folder)
    #expect(imported.status == 0)
    #expect(imported.output.isEmpty)
    #expect(imported.errorText.contains("imported 1 capture from standard input"))
    let again = try await hooktop("events", "--json", "--with-secrets", "--store", other, folder: folder)
    #expect(again.output == export.output)
  }

  @Test func whatWasExportedAsCurlRunsAndArrivesTheSame() async throws {
    let listening = try await receiving()
    let script = try await hooktop("events", "--format", "curl", "--with-secrets", "--store", listening.storePath, folder: folder)
    let ran = try await run("/bin/sh", ["-s"], input: script.output, folder: folder)
    #expect(ran.status == 0, "\(ran.errorText)")
    #expect(ran.outputText == #"{"status":"ok"}"#)
    let listed = try await hooktop("events", "--json", "--with-secrets", "--store", listening.storePath, folder: folder)
    struct Received: Decodable, Equatable {
      var path: String
      var headers: [[String]]
      var body: String
    }
    let received = try CatalogClientTests.lines(listed.output, as: Received.self)
    #expect(received.count == 2)
    #expect(received.first?.body == received.last?.body)
    #expect(received.first?.path == received.last?.path)
    #expect(received.first.map { Set($0.headers) } == received.last.map { Set($0.headers) })
  }

  @Test func deliveriesAreListedWithTheirAttempts() async throws {
    let listening = try await receiving()
    let replayed = try await hooktop(
      "replay", "1", "--to", "http://127.0.0.1:\(listening.http)/event?token=PLANTED", "--store", listening.storePath, folder: folder)
    #expect(replayed.status == 0, "\(replayed.errorText)")
    let lines = try await hooktop("deliveries", "--store", listening.storePath, folder: folder)
    #expect(lines.outputText.contains("delivered") && lines.outputText.contains("answered with 200"))
    let json = try await hooktop("deliveries", "--json", "--limit", "1", "--store", listening.storePath, folder: folder)
    #expect(json.outputText.contains("\"state\": \"delivered\"") && json.outputText.contains("\"capture_id\": 1"))
    #expect(!isPlanted(lines.outputText + json.outputText))
  }

  @Test func whatIsWrongIsOneSentenceAndItsStatus() async throws {
    let missing = try await hooktop("import", "/nowhere/export.jsonl", folder: folder)
    #expect(missing.status == 65 && missing.errorText.contains("/nowhere/export.jsonl does not exist"))
    let bad = try await hooktop("import", "-", input: Data("{}\n".utf8), folder: folder)
    #expect(bad.status == 65 && bad.errorText.contains("standard input, line 1: verdict is missing; mend or remove that line"))
    let format = try await hooktop("events", "--format", "xml", folder: folder)
    #expect(format.status == 64 && format.errorText.contains("--format is xml: it must be table, jsonl, csv, har or curl"))
    let both = try await hooktop("events", "--json", "--format", "csv", folder: folder)
    #expect(both.status == 64 && both.errorText.contains("exclude each other"))
    // The import above has made the store.
    let none = try await hooktop("deliveries", folder: folder)
    #expect(none.status == 1 && none.errorText.contains("nothing was sent"))
    let mask = try await hooktop("events", "--mask", "", folder: folder)
    #expect(mask.status == 64 && mask.errorText.contains("mask"))
  }
}
