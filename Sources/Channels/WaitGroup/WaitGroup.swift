public import Probe
public import Synchronization

/// Waits until a number of things are done.
///
///     let cranes = WaitGroup()
///     for ship in ships {
///       cranes.add()
///       Task {
///         await unload(ship)
///         cranes.done()
///       }
///     }
///     await cranes.wait()  // every ship is unloaded
///
/// Call `add` before you start the task that calls `done`: a `wait` that comes first would see a
/// counter of zero. After `wait` has returned, you may use the group for another round. Any task
/// may call any method at any time.
///
/// If one function starts all the tasks, prefer a task group (`withTaskGroup`): it cannot return
/// before its tasks have finished.
///
/// Like `sync.WaitGroup` in Go.
public final class WaitGroup: Sendable {
  @usableFromInline let rules = Mutex(WaitGroupRules())
  @usableFromInline let origin: Origin?

  /// Makes a group with a counter of zero.
  ///
  /// - Parameters:
  ///   - fileID: The file to name in reports as the place where the group was made.
  ///   - line: The line in that file.
  @inlinable public init(fileID: StaticString = #fileID, line: UInt = #line) {
    origin = Origin.current(CallSite(fileID, line))
  }

  /// Adds to the number of things that must be done before `wait` returns.
  ///
  /// - Parameters:
  ///   - count: How many; a negative number counts as that many calls of `done`.
  ///   - fileID: The file to name in reports as the place of this call.
  ///   - line: The line in that file.
  /// - Precondition: The counter does not become negative ("negative WaitGroup counter").
  @inlinable public func add(
    _ count: Int = 1, fileID: StaticString = #fileID, line: UInt = #line
  ) {
    change(by: count, .add, at: CallSite(fileID, line))
  }

  /// Says that one thing is done; the last call releases every task that waits.
  ///
  /// - Parameters:
  ///   - fileID: The file to name in reports as the place of this call.
  ///   - line: The line in that file.
  /// - Precondition: The counter is not zero ("negative WaitGroup counter").
  /// - Complexity: O(n) for the last call, where n is the number of tasks that wait.
  @inlinable public func done(fileID: StaticString = #fileID, line: UInt = #line) {
    change(by: -1, .done, at: CallSite(fileID, line))
  }

  /// Waits until everything that was added is done; returns at once when nothing is left.
  ///
  /// Cancelling the task does not end the wait. Code after `wait` relies on the work being done:
  /// the results are complete, and no task still writes to a file. A wait that ended early would
  /// break this in the case that is tested least. To stop sooner, cancel the tasks that do the
  /// work, and let each of them call `done` before it returns.
  ///
  /// - Parameters:
  ///   - fileID: The file to name in reports as the place of this wait.
  ///   - line: The line in that file.
  @inlinable public nonisolated(nonsending) func wait(
    fileID: StaticString = #fileID, line: UInt = #line
  ) async {
    if Observer.current == nil, origin == nil, rules.withLock({ $0.isDone }) { return }
    await waitSlowly(at: CallSite(fileID, line))
  }

  @inlinable func change(by count: Int, _ verb: Probe.Operation.Verb, at place: CallSite) {
    check(verb, at: place)
    Observer.current?.willCount(count, operation(verb, at: place))
    switch rules.withLock({ $0.add(count) }) {
    case .counted(let wakeup):
      wakeup.perform()
      Observer.current?.note(operation(verb, at: place), value: nil)
    case .negative:
      misuse(.negativeCounter, in: operation(verb, at: place))
    }
  }

  @inlinable @inline(never)
  nonisolated(nonsending) func waitSlowly(at place: CallSite) async {
    check(.wait, at: place)
    if let observer = Observer.current {
      await observer.schedulingPoint(operation(.wait, at: place))
    }
    if !rules.withLock({ $0.isDone }) {
      Observer.current?.willWait(in: operation(.wait, at: place))
      let waiter = Waiter<Never>(.receiving)
      await suspend { continuation in
        waiter.continuation = continuation
        rules.withLock { $0.arrive(waiter) }.perform()
      }
      Observer.current?.didWait()
    }
    Observer.current?.note(operation(.wait, at: place), value: nil)
  }

  @inlinable func check(_ verb: Probe.Operation.Verb, at place: CallSite) {
    if let observer = Observer.current {
      observer.check(operation(verb, at: place))
    } else if origin != nil {
      checkOutside(operation(verb, at: place))
    }
  }

  @inlinable func operation(_ verb: Probe.Operation.Verb, at place: CallSite) -> Probe.Operation {
    Probe.Operation(verb, [Resource("wait group", ObjectIdentifier(self), origin)], at: place)
  }
}
