/// What is sought in the detail, in whichever tab and capture is shown.
struct DetailSearch: Sendable {
  /// What is to be said besides which match it is.
  enum Remark: Sendable, Hashable {
    case fromTheBeginning, fromTheEnd
    /// The match lies in what the tab has no lines for.
    case notShown

    var text: String {
      switch self {
      case .fromTheBeginning: "from the beginning again"
      case .fromTheEnd: "from the end again"
      case .notShown: "not shown here, but in Raw"
      }
    }
  }

  var text: TextSearch
  /// The tabs that were looked through since the capture or what is sought last changed.
  var tabs: Set<DetailTab> = []
  var remark: Remark?

  init(_ text: String) {
    self.text = TextSearch(text)
  }
}
