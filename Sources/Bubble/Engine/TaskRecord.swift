internal import Probe

/// What a bubble knows about one task.
struct TaskRecord {
  let id: UInt64
  /// Kept alive by the table; `nil` for an `async let`, whose memory is its parent's.
  let memory: TaskMemory?
  /// 1 for the closure of `bubble`, then in the order in which the run first sees them.
  let number: Int
  var isFinished = false
  /// The timer that is to end its sleep; 0 while it does not sleep.
  var sleepTimer: UInt64 = 0
  /// When it began to wait.
  var waitingSince: UInt64 = 0
  /// `nil` for most tasks of most runs.
  var details: TaskDetails?
}

/// What a bubble knows about an `async let`, a waiting task, or a task of a run that explains
/// itself.
final class TaskDetails {
  /// The task's memory, if it is an `async let`.
  var asyncLet: AsyncLetTask?
  var name: String?
  /// Where the task was started, in runs that record places.
  var startCallSite: CapturedCallSite?
  /// The operation of the library in which the task waits.
  var operation: Operation?
  /// The last operation of the library that it began, in runs that explain themselves.
  var lastOperation: Operation?
  /// Until when it sleeps.
  var sleepsUntil: UInt64?
  var waitCallSite: CapturedCallSite?

  /// Forgets everything, for the next task.
  func clear() {
    asyncLet = nil
    name = nil
    startCallSite = nil
    operation = nil
    lastOperation = nil
    sleepsUntil = nil
    waitCallSite = nil
  }
}
