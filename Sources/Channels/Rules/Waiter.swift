/// One task that waits in one queue; a select has a waiter for each channel and role.
///
/// It is the only allocation of an operation that waits. It carries the links of the queue, the
/// element and the continuation.
// `@unchecked`: the lock of the queue's owner guards it until the wake-up; after that only the task
// that waited uses it.
@usableFromInline final class Waiter<Element: Sendable>: @unchecked Sendable {
  /// What a waiter is in the queue for.
  @usableFromInline enum Role { case sending, receiving }

  @usableFromInline let role: Role
  /// The element to send until it is taken, or the element received.
  @exclusivity(unchecked) @usableFromInline var element: Element?
  @exclusivity(unchecked) @usableFromInline var outcome = Outcome.waiting
  /// The task to wake; `nil` for the waiters of a select, which share the one of their
  /// `selectClaim`.
  @exclusivity(unchecked) @usableFromInline var continuation: UnsafeContinuation<Void, Never>?

  /// The select that this waiter is a case of.
  @usableFromInline let selectClaim: SelectClaim?
  /// The number of the case in its select.
  @usableFromInline let caseNumber: Int

  @exclusivity(unchecked) @usableFromInline var isQueued = false
  @exclusivity(unchecked) @usableFromInline var next: Waiter?
  // `unowned(unsafe)`: the queue keeps the waiter before this one alive.
  @exclusivity(unchecked) @usableFromInline unowned(unsafe) var previous: Waiter?

  /// Makes a waiter for a plain operation, or for case `caseNumber` of a select.
  @inlinable init(
    _ role: Role, element: Element? = nil, of claim: SelectClaim? = nil, caseNumber: Int = 0
  ) {
    self.role = role
    self.element = element
    selectClaim = claim
    self.caseNumber = caseNumber
  }

  /// Makes this waiter the one that its select continues with, unless another case has won.
  ///
  /// A plain operation waits in one queue only, so it needs no claim: no one else can find it.
  @inlinable func claim() -> Bool {
    guard let selectClaim else { return true }
    return selectClaim.win(caseNumber)
  }

  /// Whether this waiter can still be claimed.
  @inlinable var isLive: Bool { selectClaim?.isOpen ?? true }
}
