/// A part of a `select`: one case with its body, or several cases, numbered from 0.
public protocol __SelectComponent<Value> {
  /// What the body of a case returns.
  associatedtype Value
  /// What the body of a case throws.
  associatedtype Failure: Error
  /// What changes while the select runs.
  associatedtype State

  /// How many cases there are.
  var _count: Int { get }
  /// The state at the start of a select.
  var _initialState: State { get }
  /// What the passes of a select know about case `number`.
  func _record(_ number: Int) -> __CaseRecord
  /// Runs `body` with the channel of case `number` locked.
  func _withLock(_ number: Int, _ body: (_ rules: UnsafeMutableRawPointer) -> Void)
  /// Does one step with case `number`; `rules` are those of its channel, if it is locked.
  func _perform(
    _ step: __CaseStep, _ number: Int, _ state: inout State, _ rules: UnsafeMutableRawPointer?
  ) -> Bool
  /// Runs the body of case `number`, which was chosen.
  nonisolated(nonsending) func _run(
    _ number: Int, after state: State
  ) async throws(Failure) -> Value
}

extension __SelectComponent {
  /// One case, unless the component says otherwise.
  @inlinable public var _count: Int { 1 }
}

/// A case without a channel.
extension __SelectComponent where State == Void {
  /// Nothing changes.
  @inlinable public var _initialState: Void { () }
  /// There is no channel to lock.
  @inlinable public func _withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {}
  /// There is no channel to send to or receive from.
  @inlinable public func _perform(
    _ step: __CaseStep, _ number: Int, _ state: inout Void, _ rules: UnsafeMutableRawPointer?
  ) -> Bool { false }
}
