internal import CBubbleRuntime

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Lets one thread sleep in real time until another wakes it up.
final class WakeUpEvent: @unchecked Sendable {
  // `@unchecked`: the two primitives below are made for use from several threads.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var isSet = false

  init() {
    pthread_mutex_init(mutex, nil)
    #if os(Linux)
      // The real clock of deadlines must be the one that `bubble_clock_real` reads.
      var attributes = pthread_condattr_t()
      pthread_condattr_init(&attributes)
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      pthread_cond_init(condition, &attributes)
      pthread_condattr_destroy(&attributes)
    #else
      pthread_cond_init(condition, nil)
    #endif
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func signal() {
    // This lock is the bubble's own: it must not become a scheduling point.
    memory_points_pause()
    defer { memory_points_resume() }
    pthread_mutex_lock(mutex)
    isSet = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Waits for the signal, at most `nanoseconds` of real time; one that came before counts.
  ///
  /// - Parameter nanoseconds: The limit; `nil` waits forever.
  /// - Returns: Whether it came.
  func wait(nanoseconds: UInt64?) -> Bool {
    memory_points_pause()
    defer { memory_points_resume() }
    pthread_mutex_lock(mutex)
    defer {
      isSet = false
      pthread_mutex_unlock(mutex)
    }
    let end = nanoseconds.map { bubble_clock_real() + $0 }
    while !isSet {
      guard let end else {
        pthread_cond_wait(condition, mutex)
        continue
      }
      let now = bubble_clock_real()
      if now >= end { return false }
      #if os(Linux)
        var time = timespec(tv_sec: Int(end / 1_000_000_000), tv_nsec: Int(end % 1_000_000_000))
        pthread_cond_timedwait(condition, mutex, &time)
      #else
        let rest = end - now
        var time = timespec(tv_sec: Int(rest / 1_000_000_000), tv_nsec: Int(rest % 1_000_000_000))
        pthread_cond_timedwait_relative_np(condition, mutex, &time)
      #endif
    }
    return true
  }
}
