import EventRecords
import Testing

struct DecimalTextTests {
  @Test(arguments: [
    ("0", "1"), ("-1", "0"), ("1", "1.5"), ("9", "10"), ("-10", "-9"), ("1234567890123456788", "1234567890123456789"), ("0.09", "0.1"),
    ("1e2", "101"), ("99", "1e2"), ("-1e400", "1e-400"), ("1e-400", "1e400"), ("-0", "1e9999999999999999999"),
    ("1.5", "1.50000000000000001"),
  ])
  func oneNumberIsLessThanTheOther(_ less: String, _ more: String) throws {
    let less = try #require(DecimalText(less))
    let more = try #require(DecimalText(more))
    #expect(less < more && !(more < less) && less != more)
  }

  @Test(arguments: [("0", "-0"), ("1", "1.000"), ("100", "1e2"), ("0.01", "1E-2"), ("10.5", "1.05e+1"), ("0e5", "0")])
  func oneNumberHasManySpellings(_ one: String, _ other: String) {
    #expect(DecimalText(one) == DecimalText(other))
  }

  @Test(arguments: ["", "-", "a", "1a", ".5", "1.", "1e", "1e+", "--1", "+1", "1 ", "٣", "0x10"])
  func whatIsNoNumberIsRefused(_ text: String) {
    #expect(DecimalText(text) == nil)
  }
}
