import Dispatch
import Foundation
import Synchronization

/// Programs in which two tasks use the same memory, and nothing orders them.
public enum Races {
  public static func global() async { await both { Quay.crates += 1 } }

  public static func property() async {
    let hold = Hold()
    await both { hold.add() }
  }

  public static func array() async {
    let hold = Hold()
    await both { hold.names.append("tea") }
  }

  public static func elementOfAnArray() async {
    let hold = Hold()
    await together({ hold.crates[0].name = "rum" }, { _ = hold.crates[0].name })
  }

  public static func pointer() async {
    nonisolated(unsafe) let crates = UnsafeMutablePointer<Int>.allocate(capacity: 4)
    crates.initialize(repeating: 0, count: 4)
    await both { crates[2] += 1 }
    crates.deallocate()
  }

  public static func captured() async {
    nonisolated(unsafe) var count = 0
    await both { count += 1 }
    _ = count
  }

  public static func structure() async {
    nonisolated(unsafe) var crate = Hold.Crate(name: "tea")
    await together({ crate.weights.3 += 1 }, { precondition(crate.weights.3 >= 4) })
  }

  public static func writeAndRead() async {
    let hold = Hold()
    let loading = Task { hold.isFull = true }
    if hold.isFull { hold.isOpen = false }
    await loading.value
  }

  /// One of the two does not take the lock.
  public static func lockOnOnePathOnly() async {
    let hold = Hold()
    let lock = Mutex(())
    let shared = Shared(lock)
    await together({ shared.lock.withLock { _ in hold.add() } }, { hold.add() })
  }

  public static func twoLocks() async {
    let hold = Hold()
    let first = Shared(Mutex(()))
    let second = Shared(Mutex(()))
    await together(
      { first.lock.withLock { _ in hold.add() } }, { second.lock.withLock { _ in hold.add() } })
  }

  /// Each task makes its own lock, in memory that another lock may have been in before.
  public static func ownLocks() async {
    let hold = Hold()
    await both {
      let shared = Shared(Mutex(()))
      shared.lock.withLock { _ in hold.add() }
    }
  }

  public static func ownFoundationLocks() async {
    let hold = Hold()
    await both { NSLock().withLock { hold.add() } }
  }

  public static func ownQueues() async {
    let hold = Hold()
    await both { DispatchQueue(label: "quay").sync { hold.add() } }
  }

  public static func ownSemaphores() async {
    let hold = Hold()
    await both {
      let semaphore = DispatchSemaphore(value: 1)
      semaphore.wait()
      hold.add()
      semaphore.signal()
    }
  }

  public static func ownActors() async {
    actor Crane { func load(_ hold: Hold) { hold.add() } }
    let hold = Hold()
    await both { await Crane().load(hold) }
  }

  /// After the lock is given back.
  public static func afterTheLock() async {
    let hold = Hold()
    let shared = Shared(Mutex(()))
    await both {
      shared.lock.withLock { _ in }
      hold.add()
    }
  }

  public static func foundationLockOnOnePathOnly() async {
    let hold = Hold()
    let lock = NSLock()
    await together({ lock.withLock { hold.add() } }, { hold.add() })
  }

  /// That time passes orders nothing.
  public static func sleep() async {
    let hold = Hold()
    let loading = Task { hold.add() }
    try? await Task.sleep(for: .seconds(1))
    hold.add()
    await loading.value
  }

  /// Two actors, each of which orders only its own tasks.
  public static func twoActors() async {
    actor Crane {
      func add() { Quay.crates += 1 }
    }
    let cranes = (Crane(), Crane())
    await together({ await cranes.0.add() }, { await cranes.1.add() })
  }

  public static func mainActorAndOthers() async {
    await together({ await MainActor.run { Quay.crates += 1 } }, { Quay.crates += 1 })
  }

  /// Asks before the task that was awaited has ended, and another one after.
  public static func awaitsTheOther() async {
    let hold = Hold()
    let first = Task { hold.add() }
    let second = Task {}
    await second.value
    hold.add()
    await first.value
  }

  public static func asyncLet() async {
    let hold = Hold()
    async let loading: Void = hold.add()
    hold.add()
    await loading
  }

  /// Hands over through a flag that is not an atomic.
  public static func plainFlag() async {
    let hold = Hold()
    await together(
      {
        hold.add()
        hold.isFull = true
      },
      {
        while !hold.isFull { await Task.yield() }
        hold.add()
      })
  }
}

/// A value that closures can capture.
final class Shared: Sendable {
  let lock: Mutex<Void>
  init(_ lock: consuming Mutex<Void>) { self.lock = lock }
}
