/// One test that an exercise is graded by, as the chapter's manifest names it.
public struct ExpectedTest: Codable, Hashable, Sendable {
  /// The name of the test function, without its parentheses.
  public var name: String

  /// What the test is worth: all of it or nothing.
  public var points: Int

  /// Names a test and what it is worth.
  public init(name: String, points: Int) {
    self.name = name
    self.points = points
  }
}
