public import ProbeThread

/// What a test harness sees of the synchronization library: subclass it and install it on a thread.
///
/// `Channels` asks for `Observer.current` in every operation. Outside a harness the answer is
/// `nil` after one load from thread-local storage, and nothing else happens. All methods are
/// called on the thread that the observer is installed on, by the task that runs there.
open class Observer: @unchecked Sendable {
  // `@unchecked`: subclasses guard their state; this class has none that changes.

  /// Makes an observer.
  public init() {}

  /// Tells runs apart, so that a channel made in one and used in another is noticed; never 0.
  open var id: UInt64 { 1 }

  /// The observer of the code that runs on this thread.
  @inlinable public static var current: Observer? {
    guard isCompiledIn, let pointer = probe_thread_get() else { return nil }
    return Unmanaged<Observer>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// Only benchmarks leave the look out, to see what being observable costs.
  @inlinable static var isCompiledIn: Bool {
    #if CHANNELS_UNOBSERVED
      false
    #else
      true
    #endif
  }

  /// Makes `observer` the observer of this thread; the caller keeps it alive meanwhile.
  public static func setCurrent(_ observer: Observer?) {
    probe_thread_set(observer.map { Unmanaged.passUnretained($0).toOpaque() })
  }

  /// Lets other tasks run here, because an operation that need not wait could also come later.
  open nonisolated(nonsending) func schedulingPoint(_ operation: Operation) async {}

  /// Says that the current task is about to wait in `operation`.
  open func willWait(in operation: Operation) {}

  /// Says that the current task goes on after `willWait`.
  open func didWait() {}

  /// Notes something that happened, for the trace.
  ///
  /// - Parameters:
  ///   - operation: What was done, where, on what.
  ///   - value: Describes the value that was sent or received; evaluated only when traced.
  open func note(_ operation: Operation, value: @autoclosure () -> String?) {}

  /// Reports a misuse that traps outside a harness, and lets the process live.
  open func misuse(_ message: String, in operation: Operation) {}

  /// Chooses a number from 0 to `bound - 1`, each as likely as another, as the schedule says.
  ///
  /// A select asks while its channels are locked: use no channel in here.
  open func choose(below bound: Int) -> Int { 0 }

  /// Calls `fire` on this observer's thread once `delay` has passed, unless the timer is cancelled.
  open func startTimer(after delay: Duration, _ fire: @escaping @Sendable () -> Void) -> UInt64 {
    0
  }

  /// Makes sure that the timer does not fire any more; a timer that has fired is ignored.
  open func cancelTimer(_ id: UInt64) {}
}
