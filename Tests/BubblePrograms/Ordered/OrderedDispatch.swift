import Dispatch
import Foundation

/// Queues, semaphores and groups of Dispatch, and threads.
extension OrderedAccesses {
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

  public static func concurrentPerform() async {
    let hold = Hold()
    let lock = NSLock()
    hold.add()
    DispatchQueue.concurrentPerform(iterations: 4) { _ in lock.withLock { hold.add() } }
    hold.add()
    await both { lock.withLock { hold.add() } }
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
}
