import CatalogEvents
import Foundation
import HooktopTesting
import Testing

@testable import HooktopApp

@Suite struct DraftOptionsTests {
  private let now = Timestamp(milliseconds: 1_795_442_600_112)

  private func options(_ kind: DraftKind, _ change: (inout DraftOptions) -> Void = { _ in }) -> DraftOptions {
    var options = DraftOptions(kind: kind)
    change(&options)
    return options
  }

  private func body(_ options: DraftOptions, standardInput: String = "") throws -> String {
    let input = InputReader(readStandardInput: { Array(standardInput.utf8) })
    return String(decoding: try options.draft(reading: input).body(at: now), as: UTF8.self)
  }

  private func failure(_ options: DraftOptions) -> CommandFailure? {
    do {
      _ = try options.draft()
      return nil
    } catch {
      return error
    }
  }

  @Test func aDatasetIsBuiltAsTheCatalogBuildsIt() throws {
    let options = options(.dataset) {
      $0.workspace = "acme"
      $0.collection = "ops"
      $0.name = "alerts"
      $0.location = "gs://b/p"
      $0.properties = ["owner=ana", "note=a=b"]
      $0.fields = ["id:int64", "tags:list<item: string>"]
    }
    #expect(
      try body(options)
        == #"{"event": {"action": "create", "workspace": "acme", "collection": "ops", "resource_type": "dataset", "#
        + #""resource_name": "alerts", "timestamp": 1795442600112}, "data": {"location": "gs://b/p", "#
        + #""properties": {"owner": "ana", "note": "a=b"}, "schema": {"fields": [{"name": "id", "type": "int64"}, "#
        + #"{"name": "tags", "type": "list<item: string>"}]}}}"#)
  }

  @Test func theBareCommandsFireExamples() throws {
    #expect(try options(.dataset).draft().label == "create dataset acme/sales.orders")
    #expect(try options(.view).draft().label == "create view acme/sales.v_orders")
    #expect(try body(options(.dataset)).hasSuffix(#""data": {"location": null, "properties": {}}}"#))
  }

  @Test func aViewTakesItsDefinitionFromAFile() throws {
    let folder = try TemporaryFolder()
    try Data("SELECT 1\n".utf8).write(to: URL(fileURLWithPath: folder.file("v.sql")))
    let options = options(.view) { $0.definition = "@" + folder.file("v.sql") }
    #expect(try body(options).hasSuffix(#""data": {"definition": "SELECT 1\n", "properties": {}}}"#))
  }

  @Test func aWorkspaceEventIsNamedAfterItsWorkspace() throws {
    let options = options(.event) {
      $0.type = "workspace"
      $0.action = "lock"
      $0.workspace = "acme"
      $0.data = "-"
    }
    #expect(
      try body(options, standardInput: #" {"locked_by":"ana", "n": 9007199254740993.10} "#)
        == #"{"event": {"action": "lock", "workspace": "acme", "collection": null, "resource_type": "workspace", "#
        + #""resource_name": "acme", "timestamp": 1795442600112}, "data": {"locked_by": "ana", "n": 9007199254740993.10}}"#)
  }

  @Test func theTimestampIsTheOneGiven() throws {
    #expect(try body(options(.dataset) { $0.timestamp = -5 }).contains(#""timestamp": -5}"#))
  }

  @Test func anOptionWithoutEffectIsRefused() {
    let beside = failure(
      options(.dataset) {
        $0.data = "{}"
        $0.fields = ["id:int64"]
      })
    #expect(beside?.status == .usage)
    #expect(beside?.sentence?.hasPrefix("--field has no effect beside --data") == true)
    let renamed = failure(
      options(.dataset) {
        $0.action = "rename"
        $0.location = "gs://b"
      })
    #expect(renamed?.sentence?.hasPrefix("--location has no effect on rename dataset") == true)
  }

  @Test func whatIsMissingOrMalformedIsNamed() {
    #expect(failure(options(.event))?.sentence == "send event needs --type")
    #expect(failure(options(.event) { $0.type = "dataset" })?.sentence == "send event needs --name")
    #expect(failure(options(.dataset) { $0.workspace = "" })?.status == .usage)
    #expect(failure(options(.dataset) { $0.fields = ["id"] })?.sentence?.contains("\"id\" must be NAME:TYPE") == true)
    #expect(failure(options(.dataset) { $0.properties = ["=x"] })?.sentence?.contains("KEY=VALUE") == true)
    #expect(failure(options(.dataset) { $0.properties = ["a=1", "a=2"] })?.sentence?.contains("given twice") == true)
  }

  @Test func dataThatIsNotJSONIsBadInputWithItsPlace() {
    let failure = failure(
      options(.event) {
        $0.type = "workspace"
        $0.data = "{\"a\": 01}"
      })
    #expect(failure?.status == .badInput)
    #expect(failure?.sentence?.contains("line 1, column") == true)
    #expect(self.failure(options(.dataset) { $0.data = "@/nowhere/x" })?.status == .badInput)
  }
}
