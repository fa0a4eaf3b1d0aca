internal import CBubbleRuntime
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The threads that run bubbles: few, so that thousands of bubbles can be under way.
final class BubbleThreads: Sendable {
  static let shared = BubbleThreads()

  private struct State {
    var waiting: [@Sendable () -> Void] = []
    var threads = 0
    /// The kernel's numbers of the threads, those that were lost included.
    var ids: Set<Int32> = []
    var limit = max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private let state = Mutex(State())

  /// Runs `work` on one of the threads, in order of arrival.
  func submit(_ work: @escaping @Sendable () -> Void) {
    let startsThread = state.withLock { state in
      state.waiting.append(work)
      guard state.threads < state.limit else { return false }
      state.threads += 1
      return true
    }
    if startsThread { startThread() }
  }

  /// Replaces a thread that a task never gives back.
  func replaceLostThread() {
    state.withLock { $0.limit += 1 }
    submit {}
  }

  /// The kernel's numbers of the threads, which run only bubbles.
  var ids: Set<Int32> { state.withLock { $0.ids } }

  /// Adds a thread that runs bubbles but was started elsewhere.
  func add(_ id: Int32) { state.withLock { _ = $0.ids.insert(id) } }

  private func startThread() {
    Thread.start { [self] in
      let id = bubble_thread_id()
      state.withLock { _ = $0.ids.insert(id) }
      // A thread ends when there is nothing to do: a process without bubbles has none.
      while let work = next(on: id) { work() }
    }
  }

  private func next(on id: Int32) -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.threads -= 1
        state.ids.remove(id)
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}

/// A thread of the operating system.
enum Thread {
  private final class Start {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  static func start(_ body: @escaping @Sendable () -> Void) {
    let start = Unmanaged.passRetained(Start(body)).toOpaque()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(&attributes, 8 << 20)
    #if canImport(Glibc)
      var thread = pthread_t()
      let status = pthread_create(&thread, &attributes, { Thread.run($0) }, start)
    #else
      var thread: pthread_t?
      let status = pthread_create(&thread, &attributes, { Thread.run($0) }, start)
    #endif
    pthread_attr_destroy(&attributes)
    precondition(status == 0, "thread for a bubble did not start: error \(status)")
  }

  private static func run(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let start { Unmanaged<Start>.fromOpaque(start).takeRetainedValue().body() }
    return nil
  }
}
