/// The waiters of one side in order of arrival; joining and leaving take constant time.
@usableFromInline struct WaitQueue<Element: Sendable>: Sendable {
  @usableFromInline var first: Waiter<Element>?
  // `unowned(unsafe)`: the chain that starts at `first` holds the last waiter.
  @usableFromInline unowned(unsafe) var last: Waiter<Element>?

  /// Makes an empty queue.
  @inlinable init() {}

  /// Whether nobody waits here.
  @inlinable var isEmpty: Bool { first == nil }

  /// Puts `waiter` behind all others.
  @inlinable mutating func append(_ waiter: Waiter<Element>) {
    assert(!waiter.isQueued, "a waiter stands in one queue, once")
    waiter.isQueued = true
    waiter.previous = last
    if let last { last.next = waiter } else { first = waiter }
    last = waiter
  }

  /// Takes `waiter` out, wherever it stands.
  @inlinable mutating func remove(_ waiter: Waiter<Element>) {
    let next = waiter.next
    if let previous = waiter.previous { previous.next = next } else { first = next }
    if let next { next.previous = waiter.previous } else { last = waiter.previous }
    waiter.next = nil
    waiter.previous = nil
    waiter.isQueued = false
  }

  /// Takes and claims the waiter that is next in turn, or returns `nil` when there is none.
  ///
  /// A waiter whose select has chosen another case is dropped on the way: its select is about
  /// to take it out, and finds that done.
  @inlinable mutating func popFirst() -> Waiter<Element>? {
    first == nil ? nil : popLive()
  }

  // Apart, so that the check above is all that an operation pays when nobody waits.
  @inlinable @inline(never) mutating func popLive() -> Waiter<Element>? {
    while let waiter = first {
      remove(waiter)
      if waiter.claim() { return waiter }
    }
    return nil
  }

  /// Takes and claims everyone, and returns the first of a chain in order of arrival.
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

  /// Whether somebody waits whom `popFirst` would find; drops those it would drop.
  @inlinable mutating func hasLive() -> Bool {
    while let waiter = first {
      if waiter.isLive { return true }
      remove(waiter)
    }
    return false
  }
}
