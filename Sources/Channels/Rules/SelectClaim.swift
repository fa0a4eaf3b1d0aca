public import Synchronization

/// The claim to one waiting select: exactly one of its cases wins.
///
/// A partner at one of the channels, a timer or a cancellation can end the wait. Each of them first
/// claims the select for its case, and resumes the task only if it got the claim.
// `@unchecked`: `continuation` is written before `open` and read only after a claim succeeds; the
// atomic orders the two.
@usableFromInline final class SelectClaim: @unchecked Sendable {
  /// The number of the case that has won, or one of the two values below.
  @usableFromInline let winner = Atomic<Int>(unready)
  /// The select is not enqueued yet, so nothing may claim it.
  @inlinable static var unready: Int { -2 }
  /// The select waits and may be claimed.
  @inlinable static var undecided: Int { -1 }

  @usableFromInline var continuation: UnsafeContinuation<Void, Never>?

  /// Makes a claim that no case can win before `open`.
  @inlinable init() {}

  /// Lets the cases compete for the task behind `continuation`.
  @inlinable func open(_ continuation: UnsafeContinuation<Void, Never>?) {
    self.continuation = continuation
    winner.store(Self.undecided, ordering: .releasing)
  }

  /// Whether the select waits and no case has won.
  @inlinable var isOpen: Bool { winner.load(ordering: .acquiring) == Self.undecided }

  /// Makes `number` the winner, unless another case has won or the select does not wait yet.
  @inlinable func win(_ number: Int) -> Bool {
    winner.compareExchange(
      expected: Self.undecided, desired: number, ordering: .acquiringAndReleasing
    ).exchanged
  }

  /// Wakes the task; call it only after `win` has returned `true`.
  @inlinable func resume() {
    continuation?.resume()
  }

  /// Lets case `number` win because the task was cancelled; `nil` leaves the task waiting.
  @usableFromInline func cancel(_ number: Int?) {
    if let number, win(number) { resume() }
  }
}

/// What a case puts into the queue of its channel: the select that it belongs to, and its number.
public struct SelectTicket {
  @usableFromInline let claim: SelectClaim
  @usableFromInline let number: Int

  @inlinable init(_ claim: SelectClaim, _ number: Int) {
    self.claim = claim
    self.number = number
  }
}
