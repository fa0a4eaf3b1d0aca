/// One task's place in one queue: a plain operation has one, a select one for each of its cases.
///
/// It is the only allocation of an operation that waits: it carries the links of the queue, the
/// element on its way and the continuation.
// `@unchecked`: the lock of the queue's owner guards it until the wake-up; then only the task
// that waited looks at it.
@usableFromInline final class Waiter<Element: Sendable>: @unchecked Sendable {
  /// What a waiter is in the queue for.
  @usableFromInline enum Role { case sending, receiving }

  @usableFromInline let role: Role
  /// The element to send until it is taken, or the element received.
  @exclusivity(unchecked) @usableFromInline var element: Element?
  @exclusivity(unchecked) @usableFromInline var outcome = Outcome.waiting
  /// The task to wake; `nil` for the waiters of a select, which share that of their `choice`.
  @exclusivity(unchecked) @usableFromInline var continuation: UnsafeContinuation<Void, Never>?

  /// The select that this waiter is a case of.
  @usableFromInline let choice: Choice?
  /// The number of the case in its select.
  @usableFromInline let caseNumber: Int

  @exclusivity(unchecked) @usableFromInline var isQueued = false
  @exclusivity(unchecked) @usableFromInline var next: Waiter?
  // `unowned(unsafe)`: whoever is before this one is alive, because the queue holds it.
  @exclusivity(unchecked) @usableFromInline unowned(unsafe) var previous: Waiter?

  /// Makes a waiter for a plain operation, or for case `caseNumber` of a select.
  @inlinable init(
    _ role: Role, element: Element? = nil, of choice: Choice? = nil, caseNumber: Int = 0
  ) {
    self.role = role
    self.element = element
    self.choice = choice
    self.caseNumber = caseNumber
  }

  /// Makes this waiter the one that its select goes on with, unless another case has won.
  ///
  /// A plain operation stands in one queue only, so being found there is its claim.
  @inlinable func claim() -> Bool {
    guard let choice else { return true }
    return choice.claim(caseNumber)
  }

  /// Whether nobody has claimed this waiter.
  @inlinable var isLive: Bool { choice?.isOpen ?? true }
}
