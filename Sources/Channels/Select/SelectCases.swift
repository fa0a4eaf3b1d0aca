public import Probe

/// The cases of a select without their bodies: what each of them waits for, by numbers from 0.
///
/// A select holds the locks of all its channels while it checks which cases are ready, sends or
/// receives for one of them, or enqueues them. It calls the methods that take `rules` only then;
/// `rules` points to the rules of the channel of that case.
///
/// The methods are generic and inlined, not overridden, so that a select that need not wait does not
/// allocate and looks up no types at run time.
public protocol SelectCases {
  /// What changes while the select runs.
  associatedtype State

  /// How many cases there are.
  var count: Int { get }
  /// The state at the start of a select.
  var initialState: State { get }
  /// What case `number` waits for.
  func event(_ number: Int) -> SelectEvent
  /// The channel of case `number`, as reports name it.
  func resource(_ number: Int) -> Resource?
  /// Runs `body` with the channel of case `number` locked.
  func withLock(_ number: Int, _ body: (_ rules: UnsafeMutableRawPointer) -> Void)
  /// Whether `attempt` would succeed.
  func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool
  /// Sends or receives if that is possible; the outcome is `waiting` if it is not.
  func attempt(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State
  ) -> CaseResult
  /// Enqueues case `number` with `ticket`, whose number counts from the first case of the select.
  func enqueue(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State, as ticket: SelectTicket)
  /// Leaves the queue, and returns how the wait ended; the task is awake.
  func dequeue(_ number: Int, _ state: inout State) -> CaseResult
  /// Wakes the partner of the case that was chosen, after the locks are released.
  func wakePartner(_ number: Int, after result: CaseResult)
  /// Describes the element that was sent or received.
  func element(_ number: Int, _ state: State) -> String?
}

/// What a case of a select waits for.
public enum SelectEvent {
  /// A send to a channel or a receive from it is possible; the address only orders the locks.
  case channel(Probe.Operation.Verb, address: UInt)
  /// Nothing, because its channel is `nil`.
  case never
  /// A duration has passed since the select started to wait.
  case time(Duration)
  /// The task was cancelled.
  case cancellation
  /// No other case is ready.
  case nothingElse
}

/// A case without a channel; the select itself decides when it is ready.
public struct PlainCase: SelectCases {
  @usableFromInline let event: SelectEvent

  @inlinable init(_ event: SelectEvent) { self.event = event }

  /// One case.
  @inlinable public var count: Int { 1 }
  /// Nothing changes.
  @inlinable public var initialState: Void { () }
  /// A duration, a cancellation, or that no other case is ready.
  @inlinable public func event(_ number: Int) -> SelectEvent { event }
  /// There is no channel.
  @inlinable public func resource(_ number: Int) -> Resource? { nil }
  /// There is no channel to lock.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {}
  /// There is no channel that could be ready.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool { false }
  /// There is no channel to send to or receive from.
  @inlinable public func attempt(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void
  ) -> CaseResult { CaseResult(.waiting) }
  /// There is no queue.
  @inlinable public func enqueue(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void, as ticket: SelectTicket
  ) {}
  /// There is no queue.
  @inlinable public func dequeue(_ number: Int, _ state: inout Void) -> CaseResult {
    CaseResult(.done)
  }
  /// There is no partner.
  @inlinable public func wakePartner(_ number: Int, after result: CaseResult) {}
  /// Nothing was sent or received.
  @inlinable public func element(_ number: Int, _ state: Void) -> String? { nil }
}
