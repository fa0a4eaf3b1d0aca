import Dispatch
import Foundation
import Synchronization

/// Tasks that take turns by locks, queues and atomics.
extension OrderedAccesses {
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

  public static func semaphore() async {
    let hold = Hold()
    let gate = DispatchSemaphore(value: 1)
    await both {
      gate.wait()
      hold.add()
      gate.signal()
      if gate.wait(timeout: .now()) == .success {
        hold.add()
        gate.signal()
      }
    }
  }

  /// A semaphore that one task signals for another.
  public static func semaphoreAsASignal() async {
    let hold = Hold()
    let gate = DispatchSemaphore(value: 0)
    await together(
      {
        hold.add()
        gate.signal()
      },
      {
        while gate.wait(timeout: .now()) != .success { await Task.yield() }
        hold.add()
      })
  }

  public static func waysIntoAQueue() async {
    let hold = Hold()
    let queue = DispatchQueue(label: "quay")
    await both {
      queue.sync { hold.add() }
      queue.sync(flags: .barrier) { hold.add() }
      queue.sync(execute: DispatchWorkItem { hold.add() })
      _ = queue.sync { hold.count }
    }
  }

  /// The blocks run on threads outside, which a bubble waits for.
  public static func blocksOnAQueue() async {
    let hold = Hold()
    let queue = DispatchQueue(label: "quay")
    await both {
      queue.async { hold.add() }
      queue.async(flags: .barrier) { hold.add() }
      queue.sync { hold.add() }
      await withCheckedContinuation { continuation in
        queue.async {
          hold.add()
          continuation.resume()
        }
      }
      queue.sync { hold.add() }
    }
  }

  public static func dispatchGroup() async {
    let hold = Hold()
    let group = DispatchGroup()
    let queue = DispatchQueue(label: "quay")
    hold.add()
    queue.async(group: group) { hold.add() }
    await withCheckedContinuation { continuation in
      group.notify(queue: queue) { continuation.resume() }
    }
    hold.add()
  }

  /// Tasks that enter and leave a group, and one that looks whether all have left.
  public static func dispatchGroupOfTasks() async {
    let hold = Hold()
    let group = DispatchGroup()
    group.enter()
    await together(
      {
        hold.add()
        group.leave()
      },
      {
        while group.wait(timeout: .now()) != .success { await Task.yield() }
        hold.add()
      })
  }

  public static func thread() async {
    let hold = Hold()
    hold.add()
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        hold.add()
        continuation.resume()
      }
    }
    hold.add()
  }

  public static func concurrentPerform() async {
    let hold = Hold()
    let lock = NSLock()
    hold.add()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in lock.withLock { hold.add() } }
    hold.add()
    await both { lock.withLock { hold.add() } }
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

  /// A mutex that lies in another object, and is made again in the same place.
  public static func mutexesInOnePlace() async {
    for _ in 0..<3 {
      let hold = Hold()
      let shared = Shared(Mutex(()))
      await both { shared.lock.withLock { _ in hold.add() } }
    }
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

  // MARK: Atomics

  public static func exchangeOfAnAtomic() async {
    final class Flags: Sendable {
      let word = Atomic(0)
      let small = Atomic<UInt8>(0)
    }
    let holds = [Hold(), Hold()]
    let flags = Flags()
    await together(
      {
        holds[0].add()
        flags.word.add(1, ordering: .acquiringAndReleasing)
        holds[1].add()
        _ = flags.small.exchange(1, ordering: .releasing)
      },
      {
        while flags.word.load(ordering: .acquiring) == 0 { await Task.yield() }
        holds[0].add()
        while !flags.small.compareExchange(
          expected: 1, desired: 2, ordering: .acquiring
        ).exchanged { await Task.yield() }
        holds[1].add()
      })
  }

  public static func pairInAnAtomic() async {
    final class Flag: Sendable { let pair = Atomic(WordPair(first: 0, second: 0)) }
    let hold = Hold()
    let flag = Flag()
    await together(
      {
        hold.add()
        flag.pair.store(WordPair(first: 1, second: 2), ordering: .releasing)
      },
      {
        while flag.pair.load(ordering: .acquiring).second == 0 { await Task.yield() }
        hold.add()
        let (isSet, pair) = flag.pair.compareExchange(
          expected: WordPair(first: 1, second: 2), desired: WordPair(first: 3, second: 4),
          ordering: .relaxed)
        precondition(isSet && pair.first == 1)
        precondition(flag.pair.exchange(pair, ordering: .relaxed).second == 4)
      })
  }

  public static func lazyReference() async {
    final class Slot: Sendable { let hold = AtomicLazyReference<Hold>() }
    let slot = Slot()
    await together(
      {
        let hold = Hold()
        hold.add()
        hold.add()
        _ = slot.hold.storeIfNil(hold)
      },
      {
        while true {
          if let hold = slot.hold.load() { return hold.add() }
          await Task.yield()
        }
      })
  }

  public static func atomicsInTurn() async {
    final class Flags: Sendable {
      let word = Atomic(0)
      let small = Atomic<UInt8>(0)
      let pair = Atomic(WordPair(first: 0, second: 0))
      let first = AtomicLazyReference<Hold>()
    }
    let holds = [Hold(), Hold(), Hold(), Hold()]
    let flags = Flags()
    await together(
      {
        holds[0].add()
        flags.word.add(1, ordering: .acquiringAndReleasing)
        holds[1].add()
        _ = flags.small.exchange(1, ordering: .releasing)
        holds[2].add()
        flags.pair.store(WordPair(first: 1, second: 2), ordering: .releasing)
        holds[3].add()
        _ = flags.first.storeIfNil(holds[3])
      },
      {
        while flags.word.load(ordering: .acquiring) == 0 { await Task.yield() }
        holds[0].add()
        while !flags.small.compareExchange(
          expected: 1, desired: 2, ordering: .acquiring
        ).exchanged { await Task.yield() }
        holds[1].add()
        while flags.pair.load(ordering: .acquiring).first == 0 { await Task.yield() }
        holds[2].add()
        while flags.first.load() == nil { await Task.yield() }
        flags.first.load()?.add()
      })
  }

  public static func fences() async {
    final class Flag: Sendable { let isSet = Atomic(false) }
    let hold = Hold()
    let flag = Flag()
    await together(
      {
        hold.add()
        atomicMemoryFence(ordering: .releasing)
        flag.isSet.store(true, ordering: .relaxed)
      },
      {
        while !flag.isSet.load(ordering: .relaxed) { await Task.yield() }
        atomicMemoryFence(ordering: .acquiring)
        hold.add()
      })
  }

  /// Made at first use by one of several tasks, and used by all.
  public static func lazyStatics() async {
    await both {
      precondition(Berths.first.hold.count == 1)
      precondition(Berths.names["tea"] == 1)
      await { @MainActor in precondition(Berths.ofTheMainActor.count == 1) }()
    }
  }

  /// A reference that is handed on by an atomic, with what it refers to.
  public static func referenceInAnAtomic() async {
    final class Slot: @unchecked Sendable { let hold = Atomic<UnsafeMutablePointer<Int>?>(nil) }
    let slot = Slot()
    await together(
      {
        let crates = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        crates.initialize(to: 1)
        crates.pointee += 1
        slot.hold.store(crates, ordering: .releasing)
      },
      {
        while true {
          if let crates = slot.hold.load(ordering: .acquiring) {
            crates.pointee += 1
            crates.deallocate()
            return
          }
          await Task.yield()
        }
      })
  }
}

enum Berths {
  struct Berth: Sendable { let hold: Hold }
  static let first: Berth = {
    let hold = Hold()
    hold.add()
    return Berth(hold: hold)
  }()
  static let names = ["tea": 1, "salt": 2]
  @MainActor static let ofTheMainActor: Hold = {
    let hold = Hold()
    hold.add()
    return hold
  }()
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
