/// One case of a `select`, or several.
///
/// You do not name this protocol: write `Receive`, `Send`, `After`, `Cancelled` and `Default`.
public protocol SelectPart<Value, Failure> {
  /// What the body of a case returns.
  associatedtype Value
  /// What the body of a case throws.
  associatedtype Failure: Error
  /// What the cases wait for.
  associatedtype Arms: SelectArms

  /// What the cases wait for, in order, without the bodies.
  var arms: Arms { get }

  /// Runs the body of case `number` with what its arm has received.
  nonisolated(nonsending) func run(
    _ number: Int, after state: Arms.State
  ) async throws(Failure) -> Value
}

/// Two parts of a select, one after the other.
public struct SelectPair<First: SelectPart, Second: SelectPart, Failure: Error>: SelectPart
where First.Value == Second.Value {
  /// What the body of a case returns.
  public typealias Value = First.Value
  /// What the cases wait for.
  public typealias Arms = SelectArmsPair<First.Arms, Second.Arms>

  @usableFromInline let first: First
  @usableFromInline let second: Second

  @inlinable init(_ first: consuming First, _ second: consuming Second) {
    self.first = first
    self.second = second
  }

  /// What the cases of both parts wait for.
  @inlinable public var arms: Arms { SelectArmsPair(first.arms, second.arms) }

  /// Runs the body of a case of either part.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: Arms.State
  ) async throws(Failure) -> Value {
    let count = first.arms.count
    do {
      return number < count
        ? try await first.run(number, after: state.first)
        : try await second.run(number - count, after: state.second)
    } catch {
      throw widened(error)
    }
  }
}

/// The error of one case as an error of the whole select, which the builder has made wide enough.
@inlinable func widened<Failure: Error>(_ error: any Error) -> Failure {
  guard let failure = error as? Failure else {
    preconditionFailure("a case threw \(error), which its select cannot throw")
  }
  return failure
}
