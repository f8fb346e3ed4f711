/// The way to a value in a document: `data.schema.fields[3].type`.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible {
  public enum Component: Sendable, Hashable {
    case name(String)
    case index(Int)
  }

  public var components: [Component]

  public init(_ components: [Component] = []) {
    self.components = components
  }

  public func appending(_ component: Component) -> JSONPath {
    JSONPath(components + [component])
  }

  public var description: String { fatalError("interface") }
}
