/// Something that an exercise's text promises, with the test that fails when it is broken.
public struct TestedPromise: Codable, Hashable, Sendable {
  /// The promise in the words of the stub's doc comments or of the exercise's part of the README.
  public var says: String

  /// The name of the test that fails when the promise is broken.
  public var test: String

  /// The wrong variant that breaks this promise, without `.swift`.
  public var variant: String

  /// Names what is promised, the test that checks it and a variant that breaks it.
  public init(says: String, test: String, variant: String) {
    self.says = says
    self.test = test
    self.variant = variant
  }
}
