import EventRecords
import Testing

@Suite struct HeaderFieldTests {
  @Test func keepsTheBytesOfItsValue() {
    let field = HeaderField("User-Agent", "opteryx-catalog-webhook/1.0")
    #expect(field.name == "User-Agent")
    #expect(field.bytes == Array("opteryx-catalog-webhook/1.0".utf8))
    #expect(field.text == "opteryx-catalog-webhook/1.0")
    #expect(field.displayText == field.text)
  }

  @Test(
    arguments: [
      ([], "", ""), (Array("Zoë 😀".utf8), "Zoë 😀", "Zoë 😀"), ([0x5A, 0x6F, 0xEB], nil, "Zo\u{EB}"),
      ([0xFF, 0x80, 0x1B], nil, "\u{FF}\u{80}\u{1B}"),
      ([0xC0, 0x80], nil, "\u{C0}\u{80}"), ([0xED, 0xA0, 0x80], nil, "\u{ED}\u{A0}\u{80}"),
    ] as [([UInt8], String?, String)])
  func showsWhatIsNoUTF8AsLatin1(bytes: [UInt8], text: String?, displayText: String) {
    let field = HeaderField(name: "X-Name", bytes: bytes)
    #expect(field.text == text)
    #expect(Array(field.displayText.unicodeScalars) == Array(displayText.unicodeScalars))
    #expect(field.bytes == bytes)
  }

  @Test func showsEveryByteAsOneCharacter() {
    let bytes = Array(UInt8.min...UInt8.max)
    #expect(HeaderField(name: "X", bytes: bytes).displayText.unicodeScalars.map(\.value) == bytes.map(UInt32.init))
  }
}
