import Dashboard
import Foundation

/// Has bytes changed in the operator's editor: `$VISUAL`, else `$EDITOR`, else vi.
///
/// They lie in a file that only the operator can read, in a folder that is made for it and goes away with all that an editor leaves
/// beside a file. Nothing is added to what the editor left and nothing taken away.
struct BodyEditor: Sendable {
  var environment: [String: String]
  /// Runs a command on the terminal and returns its exit status; `nil` when it could not be started.
  var run: @Sendable ([String]) async -> Int32?
  /// Where the folder is made.
  var place = NSTemporaryDirectory()

  /// The editor as the operator names it, arguments and all.
  private var editor: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = environment[name], !value.allSatisfy(\.isWhitespace) { return value }
    }
    return "vi"
  }

  /// What the editor made of `body`, or why there is nothing to go on with. `name` is that of the file.
  func edit(_ body: [UInt8], name: String) async -> EditResult.Outcome {
    var template = Array((place + "/hooktop-edit.XXXXXX").utf8CString)
    // Made with mode 0700, whatever the umask.
    guard mkdtemp(&template) != nil else {
      return .failed(reason: "there is no place for the file to edit: \(place) cannot be written (\(Self.reason(errno)))")
    }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/" + name
    guard FileManager.default.createFile(atPath: path, contents: Data(body), attributes: [.posixPermissions: 0o600]) else {
      return .failed(reason: "the file to edit cannot be written: \(path) (\(Self.reason(errno)))")
    }
    // As git and others have it: the variable may hold arguments, and is the shell's to take apart.
    let status = await run(["/bin/sh", "-c", "\(editor) \"$@\"", editor, path])
    switch status {
    case 0: break
    case nil: return .failed(reason: "the editor \(editor) could not be started: set VISUAL or EDITOR to one that can")
    case 127: return .failed(reason: "the editor \(editor) was not found: set VISUAL or EDITOR to one that is there")
    case 126: return .failed(reason: "the editor \(editor) is not a program: set VISUAL or EDITOR to one that is")
    case .some(let status) where status > 128:
      return .failed(reason: "the editor \(editor) was ended by signal \(status - 128), and what it left was not taken over")
    case .some(let status):
      return .failed(reason: "the editor \(editor) ended with status \(status), and what it left was not taken over")
    }
    guard let edited = FileManager.default.contents(atPath: path) else {
      return .failed(reason: "the editor \(editor) left no file, and nothing was taken over")
    }
    return .edited(Array(edited))
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
