public import CProbe
internal import Synchronization

/// Sees and controls what the synchronization library does: subclass it and install it on a thread.
///
/// `Channels` reads `Observer.current` in every operation. Without a test harness that is one load
/// from thread-local storage, which gives `nil`, and nothing else happens. The task that runs on
/// the observer's thread calls all of its methods, on that thread.
open class Observer: @unchecked Sendable {
  // `@unchecked`: subclasses guard their state; this class has none that changes.

  /// Makes an observer.
  public init() {}

  /// Identifies the run, so that a channel made in one run and used in another is noticed; never 0.
  open var id: UInt64 { 1 }

  /// The observer of the code that runs on this thread.
  @inlinable public static var current: Observer? {
    guard isCompiledIn, let pointer = probe_thread_get() else { return nil }
    return Unmanaged<Observer>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// False only in benchmarks, which measure what the check costs.
  @inlinable static var isCompiledIn: Bool {
    #if CHANNELS_UNOBSERVED
      false
    #else
      true
    #endif
  }

  /// Makes `observer` the observer of this thread; the caller must keep it alive while it is set.
  public static func setCurrent(_ observer: Observer?) {
    probe_thread_set(observer.map { Unmanaged.passUnretained($0).toOpaque() })
  }

  /// Called when a resource that was made under an observer is used where there is none.
  public static var usedOutside: (@Sendable (Operation) -> Void)? {
    get { outsideHandler.withLock { $0 } }
    set { outsideHandler.withLock { $0 = newValue } }
  }

  private static let outsideHandler = Mutex<(@Sendable (Operation) -> Void)?>(nil)

  /// Lets other tasks run before an operation, even if the operation itself need not wait.
  open nonisolated(nonsending) func schedulingPoint(_ operation: Operation) async {}

  /// Lets other tasks run before an operation that never waits, such as `close`.
  open func synchronousPoint(_ operation: Operation) {}

  /// Lets other tasks run before the counter of a wait group changes.
  ///
  /// - Parameters:
  ///   - count: How much is added; negative for `done`.
  ///   - operation: What is about to be done.
  open func willCount(_ count: Int, _ operation: Operation) { synchronousPoint(operation) }

  /// Called when the current task reads the state of a resource without changing it.
  open func looks(at resource: Resource) {}

  /// Called when the current task is about to wait in `operation`.
  open func willWait(in operation: Operation) {}

  /// Called when the current task continues after `willWait`.
  open func didWait() {}

  /// Notes something that happened, for the trace.
  ///
  /// - Parameters:
  ///   - operation: What was done, to which resources, and where.
  ///   - value: Describes the value that was sent or received; evaluated only when traced.
  open func note(_ operation: Operation, value: @autoclosure () -> String?) {}

  /// Reports a misuse, which traps without an observer; with one, the process continues.
  open func misuse(_ misuse: Misuse, in operation: Operation) {}

  /// Lets the schedule choose a number from 0 to `bound - 1`.
  ///
  /// A select calls this while its channels are locked: an override must not use a channel.
  open func choose(below bound: Int) -> Int { 0 }

  /// Calls `fire` on this observer's thread once `delay` has passed, unless the timer is cancelled.
  open func startTimer(after delay: Duration, _ fire: @escaping @Sendable () -> Void) -> UInt64 {
    0
  }

  /// Cancels the timer; does nothing if it has fired.
  open func cancelTimer(_ id: UInt64) {}
}
