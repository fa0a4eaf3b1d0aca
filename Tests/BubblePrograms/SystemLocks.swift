import Dispatch
import Foundation
import Synchronization

// Counters behind locks that are not a `Mutex`; compiled like exercises.

/// Behind a queue that runs one block at a time.
public final class QueuedCounter: Sendable {
  private let queue = DispatchQueue(label: "counter")
  private let count = Atomic(0)

  public init() {}
  public var value: Int { count.load(ordering: .relaxed) }
  public func increment() {
    let old = queue.sync { count.load(ordering: .relaxed) }
    queue.sync { count.store(old + 1, ordering: .relaxed) }
  }
  public func incrementInOne() {
    queue.sync {
      let old = count.load(ordering: .relaxed)
      count.store(old + 1, ordering: .relaxed)
    }
  }
}

/// Two queues, each of which a move needs.
public final class TwoQueues: Sendable {
  private let left = DispatchQueue(label: "left")
  private let right = DispatchQueue(label: "right")

  public init() {}
  public func leftFirst() { left.sync { right.sync {} } }
  public func rightFirst() { right.sync { left.sync {} } }
}

/// Behind a semaphore that lets one in.
public final class GuardedCounter: Sendable {
  private let gate = DispatchSemaphore(value: 1)
  private let count = Atomic(0)

  public init() {}
  public var value: Int { count.load(ordering: .relaxed) }
  public func increment() {
    let old = guarded { count.load(ordering: .relaxed) }
    guarded { count.store(old + 1, ordering: .relaxed) }
  }
  public func incrementInOne() {
    guarded {
      let old = count.load(ordering: .relaxed)
      count.store(old + 1, ordering: .relaxed)
    }
  }

  private func guarded<Result>(_ body: () -> Result) -> Result {
    gate.wait()
    defer { gate.signal() }
    return body()
  }
}

/// Behind a lock that lets in many who read, or one who writes.
public final class ReadWriteCounter: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_rwlock_t>.allocate(capacity: 1)
  private let count = Atomic(0)

  public init() { pthread_rwlock_init(lock, nil) }
  deinit { lock.deallocate() }
  public var value: Int { count.load(ordering: .relaxed) }
  public func increment() {
    pthread_rwlock_rdlock(lock)
    let old = count.load(ordering: .relaxed)
    pthread_rwlock_unlock(lock)
    pthread_rwlock_wrlock(lock)
    count.store(old + 1, ordering: .relaxed)
    pthread_rwlock_unlock(lock)
  }
  public func incrementInOne() {
    pthread_rwlock_wrlock(lock)
    let old = count.load(ordering: .relaxed)
    count.store(old + 1, ordering: .relaxed)
    pthread_rwlock_unlock(lock)
  }
}
