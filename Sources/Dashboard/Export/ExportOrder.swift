public import EventRecords

/// Captures that are to be written into a file.
public struct ExportOrder: Sendable, Hashable {
  /// Which of them.
  public enum Selection: Sendable, Hashable {
    case captures([Int64])
    /// All that the table shows: the question for the first of them, a page at a time.
    case shown(PageRequest, count: Int)

    /// How many there are, as far as is known.
    public var count: Int {
      switch self {
      case .captures(let ids): ids.count
      case .shown(_, let count): count
      }
    }
  }

  public var selection: Selection
  public var format: ExportFormat
  /// Where to, as it was typed; one that does not begin with `/` or `~/` lies in the folder in which hooktop was started.
  public var path: String
  /// What is masked in it.
  public var mask: SecretMask

  public init(selection: Selection, format: ExportFormat, path: String, mask: SecretMask) {
    self.selection = selection
    self.format = format
    self.path = path
    self.mask = mask
  }
}
