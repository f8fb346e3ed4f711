/// How many columns text takes, by the same table by which `Surface` lays it out.
public enum TextWidth {
  /// The columns that `text` takes when it is written on a surface, control characters as their pictures.
  public static func columns(of text: String) -> Int {
    text.count
  }

  /// The longest beginning of `text` that fits into `columns`; when something had to go, it ends in `…`.
  public static func truncate(_ text: String, to columns: Int) -> String {
    text.count <= columns ? text : columns <= 0 ? "" : String(text.prefix(columns - 1)) + "…"
  }

  /// The longest end of `text` that fits into `columns`; when something had to go, it begins with `…`.
  public static func truncateStart(_ text: String, to columns: Int) -> String {
    text.count <= columns ? text : columns <= 0 ? "" : "…" + String(text.suffix(columns - 1))
  }
}
