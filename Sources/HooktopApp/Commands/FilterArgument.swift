import EventRecords
import Foundation
import TerminalSurface

/// The FILTER argument of a command, which may be several words and may begin with `-`.
public enum FilterArgument {
  /// The arguments with a space before each that begins with one dash, `-h` and `-` itself aside: `-type:view` would else be taken for
  /// options. No option of hooktop but `-h` has a single dash.
  public static func shielded(_ arguments: [String]) -> [String] {
    arguments.map { argument in
      argument.hasPrefix("-") && !argument.hasPrefix("--") && argument != "-h" && argument != "-" ? " " + argument : argument
    }
  }

  /// The filter that the words are together; `nil` without any.
  static func read(_ words: [String], timeZone: TimeZone = .current) throws(CommandFailure) -> Filter? {
    let text = words.map { $0.hasPrefix(" -") ? String($0.dropFirst()) : $0 }.joined(separator: " ")
    guard !words.isEmpty else { return nil }
    do {
      return try Filter(text, timeZone: timeZone)
    } catch {
      let before = TextWidth.columns(of: SafeText.line(String(text.prefix(error.column - 1))))
      throw CommandFailure(
        .usage, "the filter is wrong at column \(error.column): \(error.message)",
        lines: ["  " + text, "  " + String(repeating: " ", count: before) + "^"])
    }
  }
}
