/// What is secret in a request, and what is shown in its place: values of headers and of a URL's query by their names, and the
/// credentials in a URL.
///
/// Whatever shows, copies or exports headers, paths or targets asks it, so that a secret leaves the store by an explicit act alone. Bodies
/// are no concern of it: they are shown and exported as they came.
public struct SecretMask: Sendable, Hashable {
  /// What stands in the place of a secret. Nothing of the value is in it, not even its length.
  public static let sign = "••••"
  /// Masks nothing: for those who asked to see the secrets.
  public static let nothing = SecretMask(isOff: true, ownNames: [])

  /// Whether it masks nothing.
  public let isOff: Bool
  private let ownNames: [NamePattern]

  /// Masks what is commonly secret, and whatever has one of `names`, in which `*` stands for any characters and case does not count.
  public init(names: [String] = []) {
    self.init(isOff: false, ownNames: names.map(NamePattern.init))
  }

  private init(isOff: Bool, ownNames: [NamePattern]) {
    self.isOff = isOff
    self.ownNames = ownNames
  }

  /// Whether the value of a header or a query item of that name is secret.
  public func isSecret(_ name: String) -> Bool {
    guard !isOff else { return false }
    return SecretName.isCommon(name) || ownNames.contains { $0.matches(name) }
  }

  /// The header as it may be shown.
  public func callAsFunction(_ field: HeaderField) -> HeaderField {
    guard !isOff else { return field }
    if isSecret(field.name) { return HeaderField(field.name, Self.sign) }
    return HeaderField(name: field.name, bytes: self(field.bytes))
  }

  /// The headers as they may be shown, in their order.
  public func callAsFunction(_ fields: [HeaderField]) -> [HeaderField] {
    isOff ? fields : fields.map { self($0) }
  }

  /// A path, a URL or a text in which there are some, as it may be shown.
  public func callAsFunction(_ text: String) -> String {
    guard !isOff else { return text }
    let bytes = Array(text.utf8)
    let masked = self(bytes)
    return masked == bytes ? text : String(decoding: masked, as: UTF8.self)
  }

  /// The same of bytes, which need not be UTF-8.
  public func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
    isOff ? bytes : TextMasking(mask: self, bytes: bytes).masked()
  }

  /// The capture as it may be shown, whole but for its secrets.
  public func callAsFunction(_ capture: Capture) -> Capture {
    guard !isOff else { return capture }
    var capture = capture
    capture.headers = self(capture.headers)
    capture.path = self(capture.path)
    return capture
  }

  /// Whether anything of the capture is masked, be it now or before it was imported.
  public func hides(_ capture: Capture) -> Bool {
    guard !isOff else { return false }
    return hides(capture.headers) || self(capture.path) != capture.path
  }

  /// Whether anything of the delivery is masked.
  public func hides(_ delivery: Delivery) -> Bool {
    guard !isOff else { return false }
    if hides(delivery.headers) || self(delivery.target) != delivery.target { return true }
    return delivery.attempts.contains { attempt in
      switch attempt.outcome {
      case .answered(let answer): hides(answer.headers)
      case .failed(let reason): self(reason) != reason
      }
    }
  }

  private func hides(_ fields: [HeaderField]) -> Bool {
    fields.contains { isSecret($0.name) || self($0.bytes) != $0.bytes }
  }

  /// The delivery as it may be shown, whole but for its secrets.
  public func callAsFunction(_ delivery: Delivery) -> Delivery {
    guard !isOff else { return delivery }
    var delivery = delivery
    delivery.target = self(delivery.target)
    delivery.headers = self(delivery.headers)
    for index in delivery.attempts.indices {
      switch delivery.attempts[index].outcome {
      case .answered(var answer):
        answer.headers = self(answer.headers)
        delivery.attempts[index].outcome = .answered(answer)
      case .failed(let reason):
        delivery.attempts[index].outcome = .failed(reason: self(reason))
      }
    }
    return delivery
  }
}
