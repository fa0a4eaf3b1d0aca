/// The waiters of one side in order of arrival; adding and removing take constant time.
@usableFromInline struct WaitQueue<Element: Sendable>: Sendable {
  @usableFromInline var first: Waiter<Element>?
  // `unowned(unsafe)`: the chain that starts at `first` keeps the last waiter alive.
  @usableFromInline unowned(unsafe) var last: Waiter<Element>?

  /// Makes an empty queue.
  @inlinable init() {}

  /// Whether no one waits here.
  @inlinable var isEmpty: Bool { first == nil }

  /// Adds `waiter` at the end.
  @inlinable mutating func append(_ waiter: Waiter<Element>) {
    assert(!waiter.isQueued, "a waiter is in one queue, once")
    waiter.isQueued = true
    waiter.previous = last
    if let last { last.next = waiter } else { first = waiter }
    last = waiter
  }

  /// Removes `waiter`, wherever it is in the queue.
  @inlinable mutating func remove(_ waiter: Waiter<Element>) {
    let next = waiter.next
    if let previous = waiter.previous { previous.next = next } else { first = next }
    if let next { next.previous = waiter.previous } else { last = waiter.previous }
    waiter.next = nil
    waiter.previous = nil
    waiter.isQueued = false
  }

  /// Removes and claims the waiter that came first, or returns `nil` when there is none.
  ///
  /// This drops waiters whose select has chosen another case. Their select will try to remove them,
  /// too, and will find that already done.
  @inlinable mutating func popFirst() -> Waiter<Element>? {
    first == nil ? nil : popLive()
  }

  // A function of its own, so that an operation pays only for the check above when no one waits.
  @inlinable @inline(never) mutating func popLive() -> Waiter<Element>? {
    while let waiter = first {
      remove(waiter)
      if waiter.claim() { return waiter }
    }
    return nil
  }

  /// Removes and claims all waiters, and returns the first of a chain in order of arrival.
  @inlinable mutating func popAll(as outcome: Outcome) -> Waiter<Element>? {
    guard let head = popFirst() else { return nil }
    var tail = head
    tail.outcome = outcome
    while let waiter = popFirst() {
      waiter.outcome = outcome
      tail.next = waiter
      tail = waiter
    }
    return head
  }

  /// Whether `popFirst` would find a waiter; drops the waiters that `popFirst` would drop.
  @inlinable mutating func hasLive() -> Bool {
    while let waiter = first {
      if waiter.isLive { return true }
      remove(waiter)
    }
    return false
  }
}
