/// Goes through an event's document and gathers what is odd.
///
/// Paths and messages are made only for what is found: on the receiver's way nearly every event has none.
struct FindingSearch {
  let document: JSONDocument
  private var found: [(offset: Int, finding: Finding)] = []
  /// Whether more has been found than is kept.
  private(set) var isCutOff = false

  init(_ document: JSONDocument) {
    self.document = document
  }

  /// In the order of the document.
  var findings: [Finding] {
    // In numbers of equal offset the order of the search stands.
    let order = found.indices.sorted { (found[$0].offset, $0) < (found[$1].offset, $1) }
    let findings = order.map { found[$0].finding }
    return isCutOff ? findings + [Finding(path: JSONPath(), message: "there are more findings than \(Finding.limit)")] : findings
  }

  mutating func run() {
    searchEnvelope()
    searchDuplicates()
  }

  /// Adds a finding about a value that is there; `phrase` goes on after its path: `is null`.
  mutating func add(_ value: JSONValue, _ phrase: @autoclosure () -> String) {
    add(at: value.byteRange.lowerBound, phrase()) { value.path }
  }

  /// Adds a finding about a member that is not there.
  mutating func addMissing(_ name: String, in object: JSONValue) {
    add(at: object.byteRange.upperBound, "is missing") { object.path.appending(.name(name)) }
  }

  mutating func add(at offset: Int, _ phrase: @autoclosure () -> String, path: () -> JSONPath) {
    guard found.count < Finding.limit else {
      isCutOff = true
      return
    }
    let path = path()
    found.append((offset, Finding(path: path, message: "\(path.shortened) \(phrase())")))
  }

  var count: Int { found.count }
}

extension JSONPath {
  /// The description, with names of any length cut: a sender can write a name of a megabyte.
  fileprivate var shortened: String {
    JSONPath(
      components.map { component in
        if case .name(let name) = component { .name(name.shortened) } else { component }
      }
    ).description
  }
}

extension String {
  /// At most 80 scalars of it.
  var shortened: String {
    guard utf8.count > 80, let end = unicodeScalars.index(startIndex, offsetBy: 80, limitedBy: endIndex), end < endIndex else {
      return self
    }
    return String(self[..<end]) + "…"
  }
}
