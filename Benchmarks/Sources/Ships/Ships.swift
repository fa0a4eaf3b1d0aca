import Channels
import Synchronization

// What an exercise is like. `ShipsObserved` has the same file, compiled as the exercises are.

/// Programs without locks, atomics and shared memory.
public enum Fleet {
  /// Three workers, twelve jobs, one reader.
  public static func unload() async -> Int {
    let (jobs, results) = (Channel<Int>(), Channel<Int>(capacity: 4))
    let workers = WaitGroup()
    for _ in 1...3 {
      workers.add()
      Task {
        for await job in jobs {
          try? await Task.sleep(for: .milliseconds(job))
          await results.send(job * job)
        }
        workers.done()
      }
    }
    Task {
      for job in 1...12 { await jobs.send(job) }
      jobs.close()
      await workers.wait()
      results.close()
    }
    var sum = 0
    for await result in results { sum += result }
    return sum
  }

  /// A group whose children return what they have found.
  public static func inspect() async -> [String] {
    await withTaskGroup(of: (Int, String).self) { group in
      for ship in 0..<6 {
        group.addTask {
          await Task.yield()
          return (ship, "ship \(ship)")
        }
      }
      var names = Array(repeating: "", count: 6)
      for await (ship, name) in group { names[ship] = name }
      return names
    }
  }

  /// Tasks that work for themselves, with values of their own.
  public static func count() async -> Int {
    let tasks = (1...3).map { ship in
      Task {
        var crates: [String: Int] = [:]
        for crate in 0..<20 { crates["\(crate % 5)", default: 0] += ship }
        return crates.values.reduce(0, +)
      }
    }
    var sum = 0
    for task in tasks { sum += await task.value }
    return sum
  }
}

/// A counter behind a lock, as in chapter 2.
public final class LockedCounter: Sendable {
  private let count = Mutex(0)

  /// Makes a counter that stands at zero.
  public init() {}

  /// What has been counted up to now.
  public var value: Int { count.withLock { $0 } }

  /// Counts one more, and returns the count with this one.
  @discardableResult public func increment() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
