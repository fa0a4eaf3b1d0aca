/// A change to a sample solution that no test can reject: the solution is still correct, or only a
/// run on several processors at once could show that it is not.
public struct EquivalentMutant: Codable, Hashable, Sendable {
  /// The mutant's name, as the course check prints it.
  public var mutant: String

  /// Why no test can reject it.
  public var why: String

  /// Names a mutant and says why no test can reject it.
  public init(mutant: String, why: String) {
    self.mutant = mutant
    self.why = why
  }
}
