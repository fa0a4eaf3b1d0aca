/// The tasks to wake, in order, once the lock is released; rules methods return it.
@usableFromInline struct Wakeup<Element: Sendable>: Sendable {
  // Chained through the waiters' own links, so that waking any number allocates nothing.
  @usableFromInline let first: Waiter<Element>?

  /// Wakes `first` and the waiters it is linked to; wakes no one if it is `nil`.
  @inlinable init(_ first: Waiter<Element>? = nil) {
    self.first = first
  }

  /// Wakes the tasks; call it outside the lock.
  @inlinable func perform() {
    if let first { Self.wake(first) }
  }

  /// Wakes a chain of tasks.
  @inlinable @inline(never) static func wake(_ first: Waiter<Element>) {
    var waiter: Waiter? = first
    while let current = waiter {
      // Unlink first: the task owns its waiter again as soon as it is resumed.
      waiter = current.next.take()
      if let claim = current.selectClaim {
        claim.resume()
      } else {
        current.continuation?.resume()
      }
    }
  }
}
