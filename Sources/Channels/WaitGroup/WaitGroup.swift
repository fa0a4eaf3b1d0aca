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
/// Call `add` before the task starts whose end is waited for: a `wait` that comes first would see
/// a counter of zero. Once `wait` has returned, the group may be used for another round. All
/// methods may be called by any task at any time.
///
/// Where the tasks are known, prefer a task group (`withTaskGroup`), which cannot be left early.
///
/// Like `sync.WaitGroup` of Go.
public final class WaitGroup: Sendable {
  @usableFromInline let rules = Mutex(WaitGroupRules())
  @usableFromInline let origin: Origin?

  /// Makes a group with a counter of zero.
  ///
  /// - Parameters:
  ///   - fileID: The file that reports name as the place where the group was made.
  ///   - line: The line in that file.
  @inlinable public init(fileID: StaticString = #fileID, line: UInt = #line) {
    origin = Origin.current(Place(fileID, line))
  }

  /// Adds things that must be done before `wait` returns.
  ///
  /// - Parameters:
  ///   - count: How many; a negative number means as many times `done`.
  ///   - fileID: The file that reports name as the place of this call.
  ///   - line: The line in that file.
  /// - Precondition: The counter does not become negative ("negative WaitGroup counter").
  @inlinable public func add(
    _ count: Int = 1, fileID: StaticString = #fileID, line: UInt = #line
  ) {
    change(by: count, .add, at: Place(fileID, line))
  }

  /// Says that one thing is done; the last one releases every task that waits.
  ///
  /// - Parameters:
  ///   - fileID: The file that reports name as the place of this call.
  ///   - line: The line in that file.
  /// - Precondition: Something was left to be done ("negative WaitGroup counter").
  /// - Complexity: O(n) for the last one, where n is the number of tasks that wait.
  @inlinable public func done(fileID: StaticString = #fileID, line: UInt = #line) {
    change(by: -1, .done, at: Place(fileID, line))
  }

  /// Waits until everything is done that was added; returns at once when nothing is left.
  ///
  /// Cancelling the task does not end the wait. Whoever comes back from `wait` relies on the
  /// work being done: on results that are complete, on files that nobody writes any more. A wait
  /// that ended early would break that in the one case that is tested least. To stop sooner,
  /// cancel the tasks that do the work, and let each call `done` on its way out.
  ///
  /// - Parameters:
  ///   - fileID: The file that reports name as the place of this wait.
  ///   - line: The line in that file.
  @inlinable public nonisolated(nonsending) func wait(
    fileID: StaticString = #fileID, line: UInt = #line
  ) async {
    if Observer.current == nil, rules.withLock({ $0.isDone }) { return }
    await waitSlowly(at: Place(fileID, line))
  }

  @inlinable func change(by count: Int, _ verb: Probe.Operation.Verb, at place: Place) {
    if let observer = Observer.current { observer.check(operation(verb, at: place)) }
    switch rules.withLock({ $0.add(count) }) {
    case .counted(let wakeup):
      wakeup.perform()
      Observer.current?.note(operation(verb, at: place), value: nil)
    case .negative:
      misuse("negative WaitGroup counter", in: operation(verb, at: place))
    }
  }

  @inlinable @inline(never)
  nonisolated(nonsending) func waitSlowly(at place: Place) async {
    if let observer = Observer.current {
      let operation = operation(.wait, at: place)
      observer.check(operation)
      await observer.schedulingPoint(operation)
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

  @inlinable func operation(_ verb: Probe.Operation.Verb, at place: Place) -> Probe.Operation {
    Probe.Operation(verb, [Resource("wait group", ObjectIdentifier(self), origin)], at: place)
  }
}
