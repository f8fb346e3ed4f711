import CatalogEvents
import EventRecords
import Testing

struct SecretMaskTests {
  private let mask = SecretMask()

  @Test(arguments: [
    "Authorization", "proxy-authorization", "X-Serverless-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "X_API_KEY", "api-key",
    "X-Auth-Token", "X-Vault-Token", "X-CSRFToken", "Client-Secret", "X-Hub-Signature-256", "webhook-signature", "Signature-Input",
    "Stripe-Signature", "X-Password", "X-Goog-IAM-Authority-Selector", "X-Goog-Iap-Jwt-Assertion", "X-Amz-Security-Token", "X-Auth",
    "Authentication", "X-Sig", "AUTHORIZATION",
  ])
  func theCommonNamesOfSecretsAreKnown(name: String) {
    #expect(mask.isSecret(name))
    #expect(mask(HeaderField(name, "hunter2")) == HeaderField(name, "••••"))
  }

  @Test(arguments: [
    "Host", "Content-Type", "Content-Length", "User-Agent", "Accept", "X-CloudTasks-QueueName", "X-CloudTasks-TaskName",
    "X-CloudTasks-TaskRetryCount", "X-CloudTasks-TaskETA", "X-Author", "Idempotency-Key", "Passenger", "Design", "", "é",
  ])
  func otherNamesStayVisible(name: String) {
    #expect(!mask.isSecret(name))
    #expect(mask(HeaderField(name, "value")) == HeaderField(name, "value"))
  }

  @Test func nothingOfTheValueIsToldNotEvenItsLength() {
    let lengths = [0, 1, 4, 5000].map { mask(HeaderField("Cookie", String(repeating: "s", count: $0))) }
    #expect(Set(lengths) == [HeaderField("Cookie", "••••")])
    #expect(mask(HeaderField(name: "Cookie", bytes: [0xFF, 0x00])).text == "••••")
  }

  @Test func namesOfOnesOwnAreMaskedWhateverTheirCase() {
    let mask = SecretMask(names: ["X-Acme", "x-shop-*-id", "*tail", "a**b"])
    for name in ["x-acme", "X-ACME", "X-Shop-Customer-Id", "Long-Tail", "tail", "ab", "a-b", "Authorization"] {
      #expect(mask.isSecret(name), "\(name)")
    }
    for name in ["X-Acme-2", "X-Shop-Id", "Tailor", "b", "X-Shop"] { #expect(!mask.isSecret(name), "\(name)") }
    #expect(SecretMask(names: ["*"]).isSecret("Host"))
  }

  @Test(arguments: [
    ("https://ana:hunter2@example.com/event", "https://••••@example.com/event"),
    ("https://hunter2@example.com", "https://••••@example.com"),
    ("http://a:b@c@d.com:80/x@y", "http://••••@d.com:80/x@y"),
    ("see https://a:b@c.com and https://d:e@f.com.", "see https://••••@c.com and https://••••@f.com."),
    ("//ana:hunter2@example.com", "//••••@example.com"),
    ("https://example.com/mail@home", "https://example.com/mail@home"),
    ("https://@example.com", "https://@example.com"),
    ("ana@example.com", "ana@example.com"),
    ("/event?token=hunter2", "/event?token=••••"),
    ("/event?x=1&access_token=hunter2&y=2", "/event?x=1&access_token=••••&y=2"),
    ("/event?X-Amz-Signature=a;b=c#top", "/event?X-Amz-Signature=••••#top"),
    ("/event?to%6Ben=hunter2", "/event?to%6Ben=••••"),
    ("/event?a=1;secret=hunter2", "/event?a=1;secret=••••"),
    ("https://a.com/#access_token=x", "https://a.com/#access_token=••••"),
    ("/event?key=AIza&code=4", "/event?key=••••&code=••••"),
    ("/event?token=", "/event?token=••••"),
    ("/event?token=a?b&x", "/event?token=••••&x"),
    ("/event?token&x=1", "/event?token&x=1"),
    ("/event?x=1&name=ana", "/event?x=1&name=ana"),
    ("token=1", "token=1"),
    ("", ""), ("?", "?"), ("://", "://"), ("=@", "=@"),
  ])
  func secretsInURLsAreMasked(text: String, expected: String) {
    #expect(mask(text) == expected)
    #expect(mask(HeaderField("Referer", text)) == HeaderField("Referer", expected))
    #expect(mask(expected) == expected)
  }

  @Test func bytesThatAreNotTextAreLeftAloneButForTheirSecrets() {
    let before: [UInt8] = [0xFF, 0x00] + Array("?token=".utf8)
    let value: [UInt8] = [0xC3, 0x28]
    #expect(mask(before + value + Array("&x=".utf8) + [0xFE]) == before + Array("••••&x=".utf8) + [0xFE])
  }

  @Test func aCaptureIsMaskedInItsHeadersAndItsPathAndNowhereElse() {
    let body = Array(#"{"token": "in the body"}"#.utf8)
    let capture = Capture(
      id: 7, receivedAt: Timestamp(milliseconds: 0), verdict: .rejected, status: 400, remote: "127.0.0.1:1", isTLS: false,
      path: "/event?token=hunter2", headers: [HeaderField("Host", "localhost"), HeaderField("Cookie", "hunter2")], body: body, event: nil,
      reason: "event is missing")
    var expected = capture
    expected.path = "/event?token=••••"
    expected.headers[1] = HeaderField("Cookie", "••••")
    #expect(mask(capture) == expected)
    #expect(mask.hides(capture))
    #expect(mask.hides(expected))
    #expect(SecretMask.nothing(capture) == capture)
    #expect(!SecretMask.nothing.hides(capture))
    var plain = capture
    plain.path = "/event"
    plain.headers.removeLast()
    #expect(!mask.hides(plain))
    #expect(mask(plain) == plain)
  }

  @Test func aDeliveryIsMaskedInWhatWasSentAndInWhatCameBack() {
    let start = Timestamp(milliseconds: 0)
    let answer = Answer(status: 200, headers: [HeaderField("Set-Cookie", "hunter2")], body: [], isTruncated: false)
    let delivery = Delivery(
      createdAt: start, target: "https://ana:hunter2@example.com/event?sig=hunter2", label: "create",
      headers: [
        HeaderField("Authorization", "Basic hunter2")
      ], body: [],
      attempts: [
        Attempt(startedAt: start, duration: .zero, outcome: .answered(answer)),
        Attempt(startedAt: start, duration: .zero, outcome: .failed(reason: "refused by https://ana:hunter2@example.com")),
      ])
    #expect(!"\(mask(delivery))".contains("hunter2"))
    #expect(mask(delivery).target == "https://••••@example.com/event?sig=••••")
    #expect(SecretMask.nothing(delivery) == delivery)
  }
}
