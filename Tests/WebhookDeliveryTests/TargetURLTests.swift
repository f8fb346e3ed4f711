import Testing
import WebhookDelivery

@Suite struct TargetURLTests {
  @Test(arguments: [
    ("https://router.opteryx.app/event", "https://router.opteryx.app/event"), ("HTTP://A.test:8080", "http://a.test:8080/"),
    ("http://a.test?x=1#y", "http://a.test/?x=1"), ("https://a.test:443/b?", "https://a.test/b?"),
    ("http://user:secret@a.test/", "http://a.test/"), ("http://[::1]:8080/x", "http://[::1]:8080/x"),
    ("http://a.test/a b/é|\"", "http://a.test/a%20b/%C3%A9%7C%22"), ("http://a.test:/event", "http://a.test/event"),
  ])
  func urlIsWrittenAsTheClientWritesIt(text: String, expected: String) throws {
    #expect(try TargetURL(text).description == expected)
  }

  @Test(arguments: [
    ("localhost:8443", #""localhost:8443" is not an http or https URL: write it as https://HOST/event"#),
    ("", #""" is not an http or https URL: write it as https://HOST/event"#),
    ("ftp://u:secret@a.test", #""ftp://a.test" is not an http or https URL: write it as https://HOST/event"#),
    ("https:///event", #""https:///event" names no host: write it as https://HOST/event"#),
    ("https://:8443/event", #""https://:8443/event" names no host: write it as https://HOST/event"#),
    ("https://u:secret@a.test:0/", #"the port of "https://a.test:0/" is not a number from 1 to 65535"#),
    ("https://a.test:65536/", #"the port of "https://a.test:65536/" is not a number from 1 to 65535"#),
    ("https://a.test:+80/", #"the port of "https://a.test:+80/" is not a number from 1 to 65535"#),
    ("https://[::1/", #""https://[::1/" has no IPv6 address in its brackets: write one, such as [::1]"#),
    ("https://[a.test]/", #""https://[a.test]/" has no IPv6 address in its brackets: write one, such as [::1]"#),
    ("https://[::1]8443/", #""https://[::1]8443/" has "8443" after its address: write the port as [ADDRESS]:PORT"#),
    ("https://bücher.test/", #"the host of "https://bücher.test/" is not ASCII: write it in its encoded form, which begins with xn--"#),
    ("https://a b/", #"the host of "https://a b/" has a character that no host name has: letters, digits, . - and _ are allowed"#),
    ("https://a.test/\u{1b}[2J", #""https://a.test/\u{1B}[2J" has a control character in its path: leave it out"#),
  ])
  func mistakeIsOneSentenceWithoutThePassword(text: String, sentence: String) {
    let error = #expect(throws: TargetError.self) { try TargetURL(text) }
    #expect(error?.description == sentence)
    #expect(error?.description.contains("secret") == false)
  }

  @Test(arguments: [
    ("http://localhost", true), ("http://cloudtasks.localhost:1", true), ("http://127.0.0.1", true), ("http://127.255.3.4", true),
    ("http://[::1]", true), ("http://[0:0:0:0:0:0:0:1]", true), ("http://localhost.test", false), ("http://notlocalhost", false),
    ("http://128.0.0.1", false), ("http://0.0.0.0", false), ("http://127.0.0.1.test", false), ("http://[::2]", false),
    ("http://10.0.0.1", false),
  ])
  func loopbackIsToldFromTheRest(text: String, isLoopback: Bool) throws {
    #expect(try TargetURL(text).isLoopback == isLoopback)
  }

  @Test(arguments: [
    ("http://us%40er:p%3Aw@a.test", "Basic dXNAZXI6cDp3"), ("http://ué:pé@a.test", "Basic dek6cOk="),
    ("http://u%C3%A9:p%C3%A9@a.test", "Basic dek6cOk="), ("http://u:@a.test", "Basic dTo="), ("http://u:50%@a.test", "Basic dTo1MCU="),
    ("http://u:a@b@a.test", "Basic dTphQGI="),
  ])
  func credentialsAreWrittenAsTheClientWritesThem(text: String, authorization: String) throws {
    #expect(try TargetURL(text).authorization == authorization)
  }

  @Test func userWithoutPasswordIsNotSent() throws {
    #expect(try TargetURL("http://user@a.test").authorization == nil)
  }
}
