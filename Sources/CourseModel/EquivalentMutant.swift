/// A change to a sample solution that leaves it right, so that no test can reject it.
public struct EquivalentMutant: Codable, Hashable, Sendable {
  /// The mutant's name, as the course check prints it.
  public var mutant: String

  /// Why the changed solution is still right.
  public var why: String

  /// Names a mutant and says why it is right.
  public init(mutant: String, why: String) {
    self.mutant = mutant
    self.why = why
  }
}
