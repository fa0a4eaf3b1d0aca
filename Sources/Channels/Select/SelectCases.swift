public import Probe

/// What the cases of a select wait for, by their numbers from 0.
///
/// A select holds the locks of all its channels while it asks which arms are ready, lets one of
/// them take its turn or makes all of them stand in line. The methods that take `rules` are called
/// only then; `rules` points to the rules of that arm's channel.
///
/// The methods are generic and inlined rather than overridden, so that a select that need not wait
/// allocates nothing and looks up no types.
public protocol SelectArms {
  /// What changes while the select runs.
  associatedtype State

  /// How many cases there are.
  var count: Int { get }
  /// The state of a select that has not looked yet.
  var initialState: State { get }
  /// What case `number` waits for.
  func event(_ number: Int) -> SelectEvent
  /// What reports call the channel of case `number`.
  func resource(_ number: Int) -> Resource?
  /// Runs `body` with the channel of case `number` locked.
  func withLock(_ number: Int, _ body: (_ rules: UnsafeMutableRawPointer) -> Void)
  /// Whether `takeTurn` would succeed.
  func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool
  /// Sends or receives if that is possible; otherwise the turn ends as `waiting`.
  func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State
  ) -> SelectTurn
  /// Stands in line as `ticket`, whose number counts from the first case of the whole select.
  func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout State, as ticket: SelectTicket)
  /// Stands in line no more, and says how that has ended; the task is awake.
  func leaveLine(_ number: Int, _ state: inout State) -> SelectTurn
  /// Wakes the partner of the turn that the case has taken, once the locks are open.
  func wakePartner(_ number: Int, of turn: SelectTurn)
  /// The element that was sent or received, in words.
  func element(_ number: Int, _ state: State) -> String?
}

/// What a case of a select waits for.
public enum SelectEvent {
  /// A partner or a place at a channel, or its close; the address orders the locks.
  case channel(Probe.Operation.Verb, address: UInt)
  /// Nothing: its channel is `nil`.
  case never
  /// The end of a time that begins when the select starts to wait.
  case time(Duration)
  /// The end of the task's being wanted.
  case cancellation
  /// That no other case is ready.
  case nothingElse
}

/// The arm of a case without a channel; it is never ready by itself.
public struct PlainArm: SelectArms {
  @usableFromInline let event: SelectEvent

  @inlinable init(_ event: SelectEvent) { self.event = event }

  /// One case.
  @inlinable public var count: Int { 1 }
  /// Nothing changes.
  @inlinable public var initialState: Void { () }
  /// A time, a cancellation, or nothing else.
  @inlinable public func event(_ number: Int) -> SelectEvent { event }
  /// There is none.
  @inlinable public func resource(_ number: Int) -> Resource? { nil }
  /// There is none to lock.
  @inlinable public func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {}
  /// There is none that could be ready.
  @inlinable public func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool { false }
  /// There is none to take a turn at.
  @inlinable public func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void
  ) -> SelectTurn { SelectTurn(.waiting) }
  /// There is no line.
  @inlinable public func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void, as ticket: SelectTicket
  ) {}
  /// There is no line.
  @inlinable public func leaveLine(_ number: Int, _ state: inout Void) -> SelectTurn {
    SelectTurn(.done)
  }
  /// There is no partner.
  @inlinable public func wakePartner(_ number: Int, of turn: SelectTurn) {}
  /// Nothing was sent or received.
  @inlinable public func element(_ number: Int, _ state: Void) -> String? { nil }
}
