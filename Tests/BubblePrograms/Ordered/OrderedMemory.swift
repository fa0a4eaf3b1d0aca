import Channels
import Synchronization

/// Memory that tasks do not share, or that changes hands.
extension OrderedAccesses {
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

/// Makes an object and a closure that looks at it.
public func job() -> @Sendable () -> Void {
  let hold = Hold()
  let names = ["tea", "salt"]
  return { precondition(hold.count == 0 && hold.crates.count == names.count) }
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
