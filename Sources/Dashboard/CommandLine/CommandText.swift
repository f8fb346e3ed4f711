/// What is typed after `:`: the name of an act and its arguments, which stand in quotes where they have spaces in them.
struct CommandText: Sendable, Hashable {
  /// A word of the line, without its quotes.
  struct Word: Sendable, Hashable {
    var text: String
    /// Where it begins, from 1, and the column after it.
    var column: Int
    var endColumn: Int
    /// The column of a quote that opens and does not close.
    var openQuote: Int?
  }

  let line: String
  let words: [Word]

  init(_ line: String) {
    self.line = line
    words = Self.split(line)
  }

  private static func split(_ line: String) -> [Word] {
    var words: [Word] = []
    var word: Word?
    var quote: (mark: Character, column: Int)?
    for (index, character) in line.enumerated() {
      let column = index + 1
      if let open = quote {
        if character == open.mark { quote = nil } else { word?.text.append(character) }
      } else if character == " " || (words.isEmpty && word == nil && character == ":") {
        // A colon that is typed once more out of habit means nothing.
        if let word { words.append(word) }
        word = nil
        continue
      } else {
        if word == nil { word = Word(text: "", column: column, endColumn: column) }
        if character == "\"" || character == "'" { quote = (character, column) } else { word?.text.append(character) }
      }
      word?.endColumn = column + 1
    }
    if var word {
      word.openQuote = quote?.column
      words.append(word)
    }
    return words
  }

  /// All that stands from a column on, without the spaces at its end.
  func rest(from column: Int) -> String {
    var rest = Substring(line).dropFirst(column - 1)
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

extension CommandText {
  /// The act that the line names, and its arguments, each of the kind that its parameter asks for.
  func parsed() throws(CommandFault) -> (act: NamedAct, arguments: ActArguments) {
    guard let name = words.first else { throw CommandFault(column: nil, text: "there is no act without a name") }
    let act: NamedAct
    do throws(CommandFault) {
      act = try NamedActs.named(name.text)
    } catch {
      throw CommandFault(column: name.column, text: error.text)
    }
    var arguments: [ActArguments.Argument?] = []
    var next = 1
    for parameter in act.parameters {
      arguments.append(try take(parameter, at: &next, of: act))
    }
    if next < words.count { throw CommandFault(column: words[next].column, text: tooMuch(act)) }
    return (act, ActArguments(all: arguments))
  }

  private func tooMuch(_ act: NamedAct) -> String {
    act.parameters.isEmpty ? "\(act.name) takes no argument" : "there is one argument too many: it is \(act.usage)"
  }

  /// Reads a parameter's argument, and its flag, from the words on.
  private func take(_ parameter: ActParameter, at next: inout Int, of act: NamedAct) throws(CommandFault) -> ActArguments.Argument? {
    let end = (words.last?.endColumn ?? 1) + 1
    if let flag = parameter.flag {
      guard next < words.count, words[next].text == flag else {
        if parameter.isOptional { return nil }
        throw CommandFault(column: next < words.count ? words[next].column : end, text: "\(flag) is missing: it is \(act.usage)")
      }
      next += 1
    }
    guard next < words.count else {
      if parameter.isOptional, parameter.flag == nil { return nil }
      throw CommandFault(column: end, text: "\(parameter.label) is missing: it is \(act.usage)")
    }
    let word = words[next]
    if parameter.kind == .rest {
      next = words.count
      return ActArguments.Argument(text: rest(from: word.column), column: word.column)
    }
    if let quote = word.openQuote { throw CommandFault(column: quote, text: "the quote is not closed") }
    next += 1
    if let text = parameter.kind.complaint(about: word.text) { throw CommandFault(column: word.column, text: text) }
    return ActArguments.Argument(text: word.text, column: word.column)
  }
}

extension ActParameter.Kind {
  /// What is wrong with a text as an argument of this kind; `nil` when nothing is.
  func complaint(about text: String) -> String? {
    switch self {
    case .capture: ActArguments.captureID(text) == nil ? "\(text) is not the number of a capture" : nil
    case .choice(let words): words.contains(text) ? nil : "\(text) is not one of \(words.joined(separator: ", "))"
    case .target:
      text.hasPrefix("http://") || text.hasPrefix("https://") ? nil : "\(text) is not a URL: it must begin with https:// or http://"
    case .file: text.isEmpty ? "the name of a file is missing" : nil
    case .rest: nil
    }
  }
}
