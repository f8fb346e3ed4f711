import CatalogEvents

/// A question for the values that a field has in what was received, to complete one that is being typed.
public struct FilterValueRequest: Sendable, Hashable {
  public var field: FilterField
  /// What the values must begin with.
  public var prefix: String
  public var limit: Int
  /// Which question this is: an answer to an older one is dropped.
  public var generation: Int

  public init(field: FilterField, prefix: String, limit: Int = 50, generation: Int) {
    self.field = field
    self.prefix = prefix
    self.limit = limit
    self.generation = generation
  }
}

/// Values that occur, those of the newest captures first.
public struct FilterValues: Sendable, Hashable {
  public var values: [String]
  public var generation: Int

  /// A value that is longer is nothing to complete, in bytes.
  public static let longest = 200

  public init(values: [String], generation: Int) {
    self.values = values
    self.generation = generation
  }

  /// The values in some captures, which are given newest first.
  public init(_ request: FilterValueRequest, in captures: some Sequence<Capture>) {
    var seen: Set<[UInt8]> = []
    values = []
    generation = request.generation
    for capture in captures {
      for value in request.field.values(in: capture) {
        guard values.count < request.limit else { return }
        let bytes = Array(value.utf8)
        guard !bytes.isEmpty, bytes.count <= Self.longest, bytes.starts(with: request.prefix.utf8), seen.insert(bytes).inserted else {
          continue
        }
        values.append(value)
      }
    }
  }
}

extension FilterField {
  /// The values that a capture has in this field, as they are typed in a filter.
  func values(in capture: Capture) -> [String] {
    switch self {
    case .body, .since, .before, .after, .size, .lag, .id: []
    case .tls: [capture.isTLS ? "yes" : "no"]
    case .finding: capture.findings
    case .header(let name):
      capture.headers.filter { BytePattern(Array(name.utf8), ignoringCase: true).isWhole(Array($0.name.utf8)) }.compactMap(\.text)
    case .json(let path): capture.body.map(JSONSearch(path).texts) ?? []
    default: text(of: capture).map { [String(decoding: $0, as: UTF8.self)] } ?? []
    }
  }
}
