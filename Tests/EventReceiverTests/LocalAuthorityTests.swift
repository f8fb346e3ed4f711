import CatalogEvents
import Foundation
import HooktopTesting
import Testing
import X509

@testable import EventReceiver

@Suite struct LocalAuthorityTests {
  private static let day: TimeInterval = 86400
  private static let files = ["ca-bundle.pem", "ca-key.pem", "ca.pem", "server-key.pem", "server.pem"]

  private func contents(of folder: String) throws -> [String: Data] {
    try Dictionary(
      uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: folder).map { name in
        (name, try #require(FileManager.default.contents(atPath: "\(folder)/\(name)")))
      })
  }

  private func permissions(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func names(in authority: LocalAuthority) throws -> [GeneralName] {
    let leaf = try #require(AuthorityFolder.certificates(at: authority.identity.certificatePath).first)
    let names = try leaf.extensions.subjectAlternativeNames
    return try Array(#require(names))
  }

  @Test func theFilesAreMadeOnceAndArePrivate() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("share/hooktop")
    let authority = try LocalAuthority.prepare(in: path)
    #expect(authority == LocalAuthority.located(in: path))
    #expect(authority.certificatePath == path + "/ca.pem")
    #expect(authority.bundlePath == path + "/ca-bundle.pem")
    #expect(authority.identity == ServerIdentity(certificatePath: path + "/server.pem", keyPath: path + "/server-key.pem"))
    let first = try contents(of: path)
    #expect(first.keys.sorted() == Self.files)
    #expect(try permissions(of: path) == 0o700)
    for file in Self.files {
      #expect(try permissions(of: path + "/" + file) == 0o600)
    }
    #expect(try LocalAuthority.prepare(in: path) == authority)
    #expect(try contents(of: path) == first)
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(fileURLWithPath: folder.file("file")))
    let error = try #require(throws: AuthorityError.self) { try LocalAuthority.prepare(in: folder.file("file/hooktop")) }
    #expect(error.description == "the folder \(folder.file("file/hooktop")) cannot be made for the certificates: not a directory")
  }

  @Test func aFolderThatIsThereKeepsItsPermissions() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    _ = try LocalAuthority.prepare(in: folder.path)
    #expect(try permissions(of: folder.path) == 0o755)
  }

  @Test func theServerIsValidForTheStandingNames() throws {
    let folder = try TemporaryFolder()
    let names = try names(in: LocalAuthority.prepare(in: folder.path))
    #expect(names.contains(.dnsName("localhost")))
    #expect(names.contains(.dnsName("cloudtasks.localhost")))
    #expect(names.contains(ServerName.address([127, 0, 0, 1]).generalName))
    #expect(names.contains(ServerName.address(Array(repeating: 0, count: 15) + [1]).generalName))
  }

  @Test func addedNamesMakeANewServerCertificateUnderTheSameAuthority() throws {
    let folder = try TemporaryFolder()
    _ = try LocalAuthority.prepare(in: folder.path)
    let before = try contents(of: folder.path)
    let authority = try LocalAuthority.prepare(in: folder.path, names: ["Hooks.Example.com", "10.1.2.3", "localhost"])
    let after = try contents(of: folder.path)
    #expect(after["ca.pem"] == before["ca.pem"])
    #expect(after["server.pem"] != before["server.pem"])
    #expect(try names(in: authority).contains(.dnsName("hooks.example.com")))
    #expect(try names(in: authority).contains(ServerName.address([10, 1, 2, 3]).generalName))
    #expect(try LocalAuthority.prepare(in: folder.path, names: ["10.1.2.3"]) == authority)
    #expect(try contents(of: folder.path) == after)
  }

  @Test(arguments: ["", "a b", "-x.test", "*.localhost", "http://x", "300.1.1.1", "zoë.test", "a..b", "x\n"])
  func aNameThatNoCertificateCanCarryIsNamed(name: String) throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: AuthorityError.self) { try LocalAuthority.prepare(in: folder.path, names: [name]) }
    #expect(error.description.contains("\"\(name)\""))
    #expect(try contents(of: folder.path).isEmpty)
  }

  @Test func theServerCertificateIsRenewedBeforeItRunsOut() throws {
    let folder = try TemporaryFolder()
    let start = Date(timeIntervalSince1970: 1_795_000_000)
    let authority = try LocalAuthority.prepare(in: folder.path, names: [], at: start)
    let first = try contents(of: folder.path)
    let lifetime = try TimeInterval(authority.expiry().server.milliseconds) / 1000 - start.timeIntervalSince1970
    #expect(lifetime > 300 * Self.day && lifetime <= 397 * Self.day)
    _ = try LocalAuthority.prepare(in: folder.path, names: [], at: start.addingTimeInterval(lifetime - 31 * Self.day))
    #expect(try contents(of: folder.path) == first)
    _ = try LocalAuthority.prepare(in: folder.path, names: [], at: start.addingTimeInterval(lifetime - 29 * Self.day))
    let renewed = try contents(of: folder.path)
    #expect(renewed["ca.pem"] == first["ca.pem"])
    #expect(renewed["server.pem"] != first["server.pem"])
  }

  @Test func theAuthorityIsRenewedWithItsOwnKey() throws {
    let folder = try TemporaryFolder()
    let start = Date(timeIntervalSince1970: 1_795_000_000)
    let authority = try LocalAuthority.prepare(in: folder.path, names: [], at: start)
    let first = try contents(of: folder.path)
    let end = try authority.expiry().authority
    #expect(end.milliseconds == (1_795_000_000 + 3650 * 86400) * 1000)
    _ = try LocalAuthority.prepare(in: folder.path, names: [], at: start.addingTimeInterval(3630 * Self.day))
    let renewed = try contents(of: folder.path)
    #expect(renewed["ca-key.pem"] == first["ca-key.pem"])
    #expect(renewed["ca.pem"] != first["ca.pem"])
    #expect(renewed["ca-bundle.pem"] != first["ca-bundle.pem"])
    #expect(try authority.expiry().authority > end)
  }

  @Test(arguments: ["ca.pem", "ca-key.pem"])
  func aDamagedAuthorityIsNamedAndLeftAlone(file: String) throws {
    let folder = try TemporaryFolder()
    _ = try LocalAuthority.prepare(in: folder.path)
    try Data("-----BEGIN NOTHING-----".utf8).write(to: URL(fileURLWithPath: folder.file(file)))
    let before = try contents(of: folder.path)
    let error = try #require(throws: AuthorityError.self) { try LocalAuthority.prepare(in: folder.path) }
    #expect(error.description.hasPrefix(folder.file(file)))
    #expect(error.description.contains("delete"))
    #expect(try contents(of: folder.path) == before)
  }

  @Test func anAuthorityOfTwoHalvesIsRefused() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    _ = try LocalAuthority.prepare(in: folder.path)
    _ = try LocalAuthority.prepare(in: other.path)
    try FileManager.default.removeItem(atPath: folder.file("ca-key.pem"))
    let missing = try #require(throws: AuthorityError.self) { try LocalAuthority.prepare(in: folder.path) }
    #expect(missing.description.hasPrefix(folder.file("ca-key.pem") + " is missing"))
    try FileManager.default.copyItem(atPath: other.file("ca-key.pem"), toPath: folder.file("ca-key.pem"))
    let foreign = try #require(throws: AuthorityError.self) { try LocalAuthority.prepare(in: folder.path) }
    #expect(foreign.description.contains("do not belong together"))
  }

  @Test func aNewAuthorityMakesANewServerCertificate() throws {
    let folder = try TemporaryFolder()
    _ = try LocalAuthority.prepare(in: folder.path)
    let before = try contents(of: folder.path)
    try FileManager.default.removeItem(atPath: folder.file("ca.pem"))
    try FileManager.default.removeItem(atPath: folder.file("ca-key.pem"))
    _ = try LocalAuthority.prepare(in: folder.path)
    let after = try contents(of: folder.path)
    for file in Self.files { #expect(after[file] != before[file]) }
  }

  @Test func aDamagedServerCertificateIsMadeAnew() throws {
    let folder = try TemporaryFolder()
    let authority = try LocalAuthority.prepare(in: folder.path)
    try Data("rubbish".utf8).write(to: URL(fileURLWithPath: authority.identity.certificatePath))
    _ = try LocalAuthority.prepare(in: folder.path)
    #expect(try names(in: authority).contains(.dnsName("localhost")))
  }

  @Test func theBundleEndsWithOurCertificateAndFollowsIt() throws {
    let folder = try TemporaryFolder()
    let authority = try LocalAuthority.prepare(in: folder.path)
    let own = try String(contentsOfFile: authority.certificatePath, encoding: .utf8)
    #expect(try String(contentsOfFile: authority.bundlePath, encoding: .utf8).hasSuffix(own))
    try Data("old".utf8).write(to: URL(fileURLWithPath: authority.bundlePath))
    _ = try LocalAuthority.prepare(in: folder.path)
    #expect(try String(contentsOfFile: authority.bundlePath, encoding: .utf8).hasSuffix(own))
  }

  @Test func twoThatPrepareAtOnceAgree() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { _ = try LocalAuthority.prepare(in: path) }
      }
      try await group.waitForAll()
    }
    #expect(try contents(of: path).keys.sorted() == Self.files)
    let before = try contents(of: path)
    _ = try LocalAuthority.prepare(in: path)
    #expect(try contents(of: path) == before)
  }
}
