import Dispatch
import Foundation
import Synchronization

/// Tasks that take turns by locks.
extension OrderedAccesses {
  public static func mutex() async {
    let hold = Hold()
    let shared = Shared(Mutex(()))
    await both {
      shared.lock.withLock { _ in hold.add() }
      if shared.lock.withLockIfAvailable({ _ in hold.add() }) == nil {
        shared.lock.withLock { _ in hold.add() }
      }
    }
    shared.lock.withLock { _ in hold.add() }
  }

  public static func nestedMutexes() async {
    let holds = (Hold(), Hold())
    let outer = Shared(Mutex(()))
    let inner = Shared(Mutex(()))
    await both {
      outer.lock.withLock { _ in
        holds.0.add()
        inner.lock.withLock { _ in holds.1.add() }
        holds.0.add()
      }
      inner.lock.withLock { _ in holds.1.add() }
    }
  }

  /// A mutex that lies in another object, and is made again in the same place.
  public static func mutexesInOnePlace() async {
    for _ in 0..<3 {
      let hold = Hold()
      let shared = Shared(Mutex(()))
      await both { shared.lock.withLock { _ in hold.add() } }
    }
  }

  public static func foundationLocks() async {
    let holds = [Hold(), Hold(), Hold(), Hold()]
    let lock = NSLock()
    let recursive = NSRecursiveLock()
    let condition = NSCondition()
    let queue = DispatchQueue(label: "quay")
    @Sendable func work() {
      lock.withLock { holds[0].add() }
      recursive.withLock { recursive.withLock { holds[1].add() } }
      condition.withLock { holds[2].add() }
      queue.sync { holds[3].add() }
      if lock.try() {
        holds[0].add()
        lock.unlock()
      }
    }
    await both { work() }
  }

  public static func conditions() async {
    let holds = [Hold(), Hold()]
    let condition = NSCondition()
    let queue = DispatchQueue(label: "quay", attributes: .concurrent)
    @Sendable func work() {
      condition.lock()
      holds[0].add()
      condition.signal()
      condition.broadcast()
      condition.unlock()
      queue.sync(flags: .barrier) { holds[1].add() }
    }
    await both { work() }
  }

  /// A condition that holds already, so that nobody waits.
  public static func conditionThatHolds() async {
    let hold = Hold()
    let condition = NSCondition()
    @Sendable func load() {
      condition.lock()
      hold.add()
      hold.isFull = true
      condition.signal()
      condition.unlock()
    }
    let loading = Task { load() }
    var isFull = false
    while !isFull {
      await Task.yield()
      isFull = condition.withLock { hold.isFull }
    }
    hold.add()
    await loading.value
  }

  public static func readWriteLock() async {
    let hold = Hold()
    let lock = PlainLock()
    await both {
      lock.write { hold.add() }
      lock.read { _ = hold.count }
      lock.tryWrite { hold.add() }
    }
    hold.add()
  }

  public static func plainLocks() async {
    let hold = Hold()
    let lock = PlainMutex()
    await both {
      lock.lock()
      hold.add()
      lock.unlock()
    }
    hold.add()
  }
}

/// A `pthread_rwlock_t`.
final class PlainLock: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_rwlock_t>.allocate(capacity: 1)

  init() { pthread_rwlock_init(lock, nil) }
  deinit { lock.deallocate() }

  func write(_ body: () -> Void) {
    pthread_rwlock_wrlock(lock)
    body()
    pthread_rwlock_unlock(lock)
  }

  func tryWrite(_ body: () -> Void) {
    guard pthread_rwlock_trywrlock(lock) == 0 else { return }
    body()
    pthread_rwlock_unlock(lock)
  }

  func read(_ body: () -> Void) {
    pthread_rwlock_rdlock(lock)
    body()
    pthread_rwlock_unlock(lock)
  }
}

/// A `pthread_mutex_t`.
final class PlainMutex: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  init() { pthread_mutex_init(mutex, nil) }
  deinit { mutex.deallocate() }
  func lock() { pthread_mutex_lock(mutex) }
  func unlock() { pthread_mutex_unlock(mutex) }
}
