internal import Probe

/// What a task that has not ended waits for, as far as advice depends on it.
enum WaitKind: Sendable, Hashable {
  /// It does not wait, or it sleeps.
  case running, sleep
  /// An operation of the library.
  case send, receive, select, waitGroup
  /// The next element of a stream, or a continuation.
  case stream, continuation
  /// The end of a task, or of the children of a group.
  case task, group
  /// The end of a task that does not belong to the bubble.
  case taskOutside
  case actor, lock

  /// Whether another task has to end first.
  var isForTasks: Bool { self == .task || self == .group }

  /// - Returns: `nil` for an operation that never waits.
  init?(_ verb: Operation.Verb) {
    switch verb {
    case .send: self = .send
    case .receive: self = .receive
    case .select: self = .select
    case .wait: self = .waitGroup
    case .close, .add, .done: return nil
    }
  }
}
