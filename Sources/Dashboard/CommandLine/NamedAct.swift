import EventRecords

/// An act that has a name: what the command line runs, and what the palette, the help and the README list.
struct NamedAct: Sendable {
  /// The word that is typed after `:`.
  let name: String
  var parameters: [ActParameter] = []
  /// What it does, as a sentence without its full stop.
  let help: String
  /// The command of the key that does the same, where there is one.
  var command: Command?
  /// Whether it is also carried out over the compose form; any other act closes the form first, so that what it does can be seen.
  var leavesFormOpen = false
  /// Why it cannot be done now, as a sentence without its full stop; `nil` when it can.
  var obstacle: @Sendable (DashboardState) -> String? = { _ in nil }
  /// What Tab offers for the argument that is being typed, beside what its kind offers.
  var completion: @Sendable (_ argument: String, DashboardState) -> [String] = { _, _ in [] }
  /// The act itself, from arguments that are of the kinds that the parameters ask for.
  let act: @Sendable (ActArguments, DashboardState) throws(CommandFault) -> Act

  /// How it is typed: `replay --to URL`.
  var usage: String {
    ([name] + parameters.map(\.usage)).joined(separator: " ")
  }

  var needsArguments: Bool {
    parameters.contains { !$0.isOptional }
  }
}

/// One argument that an act takes.
struct ActParameter: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// The number of a capture, with or without `#`.
    case capture
    /// One of a few words.
    case choice([String])
    /// A URL that is sent to.
    case target
    /// The path of a file.
    case file
    /// All that follows, as it is typed.
    case rest
  }

  /// What stands for the argument where the act is shown: `ID`.
  var label: String
  var kind: Kind
  /// What must be typed before it: `--to`.
  var flag: String?
  var isOptional = false

  /// `ID`, `[on|off]`, `--to URL`.
  var usage: String {
    var text = label
    if case .choice(let words) = kind { text = words.joined(separator: "|") }
    if let flag { text = flag + " " + text }
    return isOptional ? "[\(text)]" : text
  }
}

/// What was typed for an act's parameters, in their order.
struct ActArguments: Sendable, Hashable {
  struct Argument: Sendable, Hashable {
    var text: String
    /// Where it begins in the line, from 1.
    var column: Int
  }

  /// `nil` where an optional one was left out.
  var all: [Argument?]

  /// The text of an argument; `nil` when it was left out.
  func text(_ index: Int) -> String? {
    all.indices.contains(index) ? all[index]?.text : nil
  }

  /// The number of a capture. The kind of the parameter has seen to it that it is one.
  func capture(_ index: Int) -> Int64? {
    text(index).flatMap(Self.captureID)
  }

  /// What is wrong with an argument that is of the right kind and cannot be taken all the same; `offset` counts characters into it.
  func fault(_ index: Int, offset: Int = 0, _ text: String) -> CommandFault {
    CommandFault(column: (all.indices.contains(index) ? all[index]?.column : nil).map { $0 + offset }, text: text)
  }

  static func captureID(_ text: String) -> Int64? {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    return digits.allSatisfy(\.isNumber) ? Int64(digits) : nil
  }
}

/// What is wrong with a line, in one sentence without its full stop, and at which character.
struct CommandFault: Error, Sendable, Hashable {
  /// From 1; `nil` when it is about the whole.
  var column: Int?
  var text: String
}
