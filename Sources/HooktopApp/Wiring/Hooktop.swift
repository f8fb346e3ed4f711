/// The program itself.
public enum Hooktop {
  public static let version = "0.1.0"
}
