/// A component of a `select`: one case with its body, or several.
///
/// You do not name this protocol: write `Receive`, `Send`, `After`, `Cancelled` and `Default`.
public protocol SelectCase<Value, Failure> {
  /// What the body of a case returns.
  associatedtype Value
  /// What the body of a case throws.
  associatedtype Failure: Error
  /// The type of the cases without their bodies.
  associatedtype Cases: SelectCases

  /// The cases without their bodies, in order.
  var cases: Cases { get }

  /// Runs the body of case `number` with what the case has received.
  nonisolated(nonsending) func run(
    _ number: Int, after state: Cases.State
  ) async throws(Failure) -> Value
}

/// Two components of a select, one after the other.
public struct SelectPair<First: SelectCase, Second: SelectCase, Failure: Error>: SelectCase
where First.Value == Second.Value {
  /// What the body of a case returns.
  public typealias Value = First.Value
  /// The type of the cases without their bodies.
  public typealias Cases = PairedCases<First.Cases, Second.Cases>

  @usableFromInline let first: First
  @usableFromInline let second: Second

  @inlinable init(_ first: consuming First, _ second: consuming Second) {
    self.first = first
    self.second = second
  }

  /// The cases of both components without their bodies.
  @inlinable public var cases: Cases { PairedCases(first.cases, second.cases) }

  /// Runs the body of a case of either component.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: Cases.State
  ) async throws(Failure) -> Value {
    let count = first.cases.count
    do {
      return number < count
        ? try await first.run(number, after: state.first)
        : try await second.run(number - count, after: state.second)
    } catch {
      throw widened(error)
    }
  }
}

/// Converts the error of one case to the error type of the whole select, which includes it.
@inlinable func widened<Failure: Error>(_ error: any Error) -> Failure {
  guard let failure = error as? Failure else {
    preconditionFailure("a case threw \(error), which its select cannot throw")
  }
  return failure
}
