import Channels
import Dispatch
import Foundation
import Synchronization

/// Programs in which tasks share memory, and something orders each two accesses.
public enum OrderedAccesses {
  // MARK: Tasks

  public static func endOfATask() async {
    let hold = Hold()
    let loading = Task { hold.add() }
    hold.isOpen = true
    await loading.value
    hold.add()
  }

  /// The task has ended before its value is asked for.
  public static func endOfATaskThatIsOver() async {
    let hold = Hold()
    let loading = Task { hold.add() }
    for _ in 0..<5 { await Task.yield() }
    await loading.value
    hold.add()
  }

  public static func endOfATaskThatOthersAwait() async {
    let hold = Hold()
    let loading = Task { hold.add() }
    let checking = Task {
      await loading.value
      hold.add()
    }
    await checking.value
    hold.add()
  }

  public static func asyncLetOnAnActor() async {
    let crane = Crane(Hold())
    async let loading: Void = crane.add()
    async let emptying: Void = MainActor.run { Quay.sacks += 1 }
    for _ in 0..<5 { await Task.yield() }
    await crane.add()
    await emptying
    Quay.sacks += 1
    await loading
  }

  /// Ends before the task that starts it goes on.
  public static func immediateTaskThatEndsAtOnce() async {
    let hold = Hold()
    hold.add()
    let loading = Task.immediate { hold.add() }
    await loading.value
    hold.add()
  }

  public static func groupOnAnActor() async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<2 { group.addTask { @MainActor in Quay.sacks += 1 } }
      await Task.yield()
    }
    Quay.sacks += 1
  }

  public static func detachedTask() async {
    let hold = Hold()
    hold.add()
    await Task.detached { hold.add() }.value
    hold.add()
  }

  public static func immediateTask() async {
    let hold = Hold()
    hold.add()
    let loading = Task.immediate {
      hold.add()
      await Task.yield()
      hold.add()
    }
    await loading.value
    hold.add()
  }

  public static func asyncLet() async {
    let hold = Hold()
    hold.add()
    async let loading: Void = hold.add()
    async let other: Void = Task.yield()
    await other
    await loading
    hold.add()
  }

  /// Nobody asks for the value: the scope waits.
  public static func endOfAScope() async {
    let hold = Hold()
    do {
      async let _: Void = hold.add()
      await Task.yield()
    }
    hold.add()
  }

  public static func nextOfAGroup() async {
    let hold = Hold()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { hold.add() }
      await group.next()
      hold.add()
      group.addTask { hold.add() }
      for await _ in group { hold.add() }
    }
  }

  public static func endOfAGroup() async {
    let hold = Hold()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { hold.add() }
      await Task.yield()
    }
    hold.add()
    await withDiscardingTaskGroup { group in
      group.addTask { hold.add() }
      await Task.yield()
    }
    hold.add()
  }

  public static func resultsOfAGroup() async {
    let counts = await withTaskGroup(of: (Int, [Hold.Crate]).self) { group in
      for number in 0..<3 {
        group.addTask { (number, [Hold.Crate(name: "\(number)")]) }
      }
      var counts = Array(repeating: 0, count: 3)
      for await (number, crates) in group { counts[number] += crates[0].weights.0 }
      return counts
    }
    precondition(counts == [1, 1, 1])
  }

  public static func continuation() async {
    let hold = Hold()
    await withCheckedContinuation { continuation in
      Task {
        hold.add()
        continuation.resume()
      }
    }
    hold.add()
    await withUnsafeContinuation { continuation in
      hold.add()
      continuation.resume()
    }
    hold.add()
  }

  public static func stream() async {
    let hold = Hold()
    let (stream, continuation) = AsyncStream<Int>.makeStream()
    await together(
      {
        hold.add()
        continuation.yield(1)
        continuation.finish()
      },
      { for await _ in stream { hold.add() } })
  }

  // MARK: Actors

  public static func actor() async {
    let crane = Crane(Hold())
    await both {
      await crane.add()
      await crane.addAfterAWait()
      await crane.add()
    }
  }

  /// What came before a visit to an actor comes before the next visitor.
  public static func throughAnActor() async {
    let hold = Hold()
    let crane = Crane(Hold())
    await together(
      {
        hold.add()
        await crane.open()
      },
      {
        while await !crane.isOpen { await Task.yield() }
        hold.add()
      })
  }

  public static func mainActor() async {
    let hold = Hold()
    await together(
      { await MainActor.run { hold.add() } }, { Task { @MainActor in hold.add() } })
    await MainActor.run { hold.add() }
  }

  /// A continuation of a task on an actor, which goes on there without being seen.
  public static func resumedOnAnActor() async {
    let hold = Hold()
    let gate = ActorGate()
    await together(
      {
        await gate.wait()
        hold.add()
      },
      {
        hold.add()
        await gate.open()
      })
  }

  public static func resumedOntoAnActor() async {
    let hold = Hold()
    let gate = Gate()
    let crane = Crane(hold)
    await together(
      { await crane.wait(for: gate) },
      {
        hold.add()
        gate.open()
      })
  }

  public static func resumedFromOutsideAnActor() async {
    let hold = Hold()
    let waiting = WaitingCrane(hold)
    await together(
      { await waiting.wait() },
      {
        while !waiting.isWaiting.load(ordering: .relaxed) { await Task.yield() }
        hold.add()
        waiting.goOn()
      })
  }

  public static func taskOfAnActor() async {
    let crane = Crane(Hold())
    await together({ await crane.startAdding().value }, { await crane.add() })
    await crane.add()
  }

  // MARK: The library

  public static func channel(capacity: Int) async {
    let hold = Hold()
    let channel = Channel<Int>(capacity: capacity)
    await together(
      {
        hold.add()
        await channel.send(1)
      },
      {
        _ = await channel.receive()
        hold.add()
      })
  }

  /// A send that waits is over after what the receiver has done.
  public static func answerOfAChannel() async {
    let hold = Hold()
    let request = Channel<Int>()
    let answer = Channel<Int>(capacity: 1)
    await together(
      {
        for _ in 0..<3 {
          hold.add()
          await request.send(1)
          _ = await answer.receive()
        }
      },
      {
        for _ in 0..<3 {
          _ = await request.receive()
          hold.add()
          await answer.send(1)
        }
      })
  }

  public static func closeOfAChannel() async {
    let hold = Hold()
    let channel = Channel<Int>()
    await together(
      {
        hold.add()
        channel.close()
      },
      {
        for await _ in channel {}
        hold.add()
      })
  }

  public static func select() async {
    let hold = Hold()
    let first = Channel<Int>(capacity: 1)
    let second = Channel<Int>()
    await together(
      {
        hold.add()
        _ = await Channels.select {
          Send(1, to: first)
          Send(1, to: second)
        }
      },
      {
        _ = await Channels.select {
          Receive(from: first)
          Receive(from: second)
        }
        hold.add()
      })
  }

  public static func waitGroup() async {
    let hold = Hold()
    let group = WaitGroup()
    group.add()
    let loading = Task {
      hold.add()
      group.done()
    }
    await Task.yield()
    await group.wait()
    hold.add()
    await loading.value
  }

  // MARK: Locks and atomics

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

  public static func atomicFlag() async {
    final class Flag: Sendable { let isSet = Atomic(false) }
    let hold = Hold()
    let flag = Flag()
    await together(
      {
        hold.add()
        flag.isSet.store(true, ordering: .releasing)
      },
      {
        while !flag.isSet.load(ordering: .acquiring) { await Task.yield() }
        hold.add()
      })
  }

  public static func spinLock() async {
    final class Lock: Sendable { let isHeld = Atomic(false) }
    let hold = Hold()
    let lock = Lock()
    await both {
      while !lock.isHeld.compareExchange(
        expected: false, desired: true, ordering: .acquiring
      ).exchanged {}
      hold.add()
      lock.isHeld.store(false, ordering: .releasing)
    }
  }

  public static func lazyGlobal() async {
    await both { precondition(Harbor.hold.count == 1) }
  }

  public static func cancellation() async {
    let gate = Gate()
    let waiting = Task { await gate.wait() }
    await Task.yield()
    await together({ waiting.cancel() }, { gate.open() })
    struct E: Error {}
    try? await withThrowingTaskGroup { group in
      for _ in 0..<2 { group.addTask { await Gate().wait() } }
      group.addTask { throw E() }
      for try await _ in group {}
    }
    async let _: Void = Gate().wait()
    await Task.yield()
  }

  /// A handler uses what the task has done before it waits.
  public static func handlerOfACancellation() async {
    let hold = Hold()
    let waiting = Task {
      hold.add()
      await withTaskCancellationHandler {
        try? await Task.sleep(for: .seconds(1))
      } onCancel: {
        hold.add()
      }
    }
    await Task.yield()
    waiting.cancel()
    await waiting.value
    hold.add()
  }

  // MARK: Memory

  /// Fields side by side in one word.
  public static func neighbors() async {
    let hold = Hold()
    await together({ hold.isOpen = true }, { hold.isFull = true })
  }

  /// A copy of an array is read after the lock, and the array changed in place once the copy is gone.
  public static func copies() async {
    let yard = Mutex([Hold.Crate(name: "tea"), Hold.Crate(name: "salt")])
    let shared = SharedCrates(yard)
    await both {
      for _ in 0..<3 {
        do {
          let copy = shared.crates.withLock { $0 }
          var sum = 0
          for crate in copy { sum += crate.weights.1 + crate.name.count }
          sum += copy.withUnsafeBufferPointer { $0[1].weights.2 }
          sum += copy.withUnsafeBufferPointer { $0.baseAddress?.pointee.weights.2 ?? 0 }
          precondition(sum > 0)
        }
        await Task.yield()
        shared.crates.withLock { crates in
          crates[0].weights.1 += 1
          crates[1].name = "rum"
          crates.append(Hold.Crate(name: "flour"))
          crates.removeLast()
        }
      }
    }
  }

  /// The same with a value type of one's own.
  public static func ownCopies() async {
    let shared = SharedPile()
    await both {
      for _ in 0..<3 {
        do {
          let copy = shared.pile.withLock { $0 }
          precondition(copy.top >= 0)
        }
        await Task.yield()
        shared.pile.withLock { $0.put() }
      }
    }
  }

  /// Objects of one task lie where those of another were.
  public static func memoryUsedAgain() async {
    await withTaskGroup { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<10 {
            let hold = Hold()
            hold.add()
            hold.names.append("tea")
            let bytes = UnsafeMutablePointer<Int>.allocate(capacity: 8)
            for index in 0..<8 { bytes[index] = index }
            bytes.deallocate()
            await Task.yield()
          }
        }
      }
    }
  }

  /// Only counts of references order the end of an object after its last use.
  public static func lastReference() async {
    final class Log: @unchecked Sendable {
      let lock = Mutex(())
      var lines = 0
      func write() { lock.withLock { _ in lines += 1 } }
      deinit { precondition(lines > 0) }
    }
    let log = Log()
    Task { log.write() }
    Task {
      for _ in 0..<3 { await Task.yield() }
      withExtendedLifetime(log) {}
    }
  }

  /// Closures that code of the library hands from one task to another.
  public static func closures() async {
    let jobs = Channel<@Sendable () -> Void>(capacity: 4)
    let hold = Hold()
    await together(
      {
        for number in 0..<3 { await jobs.send { hold.count += number } }
        jobs.close()
      },
      { for await job in jobs { job() } })
  }
}

actor Crane {
  private let hold: Hold
  private(set) var isOpen = false

  init(_ hold: Hold) { self.hold = hold }
  func open() { isOpen = true }
  func add() { hold.add() }
  func addAfterAWait() async {
    hold.add()
    await Task.yield()
    hold.add()
  }
  func wait(for gate: Gate) async {
    await gate.wait()
    hold.add()
  }
  func startAdding() -> Task<Void, Never> { Task { add() } }
}

actor ActorGate {
  private var isOpen = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func wait() async {
    if !isOpen { await withCheckedContinuation { waiting.append($0) } }
  }
  func open() {
    isOpen = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}

actor WaitingCrane {
  private let hold: Hold
  nonisolated let isWaiting = Atomic(false)
  private nonisolated let waiting = Mutex<UnsafeContinuation<Void, Never>?>(nil)

  init(_ hold: Hold) { self.hold = hold }
  func wait() async {
    await withUnsafeContinuation { continuation in
      waiting.withLock { $0 = continuation }
      isWaiting.store(true, ordering: .relaxed)
    }
    hold.add()
  }
  nonisolated func goOn() { waiting.withLock { $0 }?.resume() }
}

/// Makes an object and a closure that looks at it.
public func job() -> @Sendable () -> Void {
  let hold = Hold()
  let names = ["tea", "salt"]
  return { precondition(hold.count == 0 && hold.crates.count == names.count) }
}

enum Harbor {
  static let shared = Hold()
  static let hold: Hold = {
    let hold = Hold()
    hold.add()
    return hold
  }()
}

final class SharedCrates: Sendable {
  let crates: Mutex<[Hold.Crate]>
  init(_ crates: consuming sending Mutex<[Hold.Crate]>) { self.crates = crates }
}

/// A value type that copies its storage when it is changed and another has it, too.
struct OwnPile: Sendable {
  private final class Storage: @unchecked Sendable {
    var top = 0
  }
  private var storage = Storage()

  var top: Int { storage.top }
  mutating func put() {
    if !isKnownUniquelyReferenced(&storage) {
      let copy = Storage()
      copy.top = storage.top
      storage = copy
    }
    storage.top += 1
  }
}

final class SharedPile: Sendable {
  let pile = Mutex(OwnPile())
}
