public import Synchronization

/// Decides which case of one waiting select wins: only one can.
///
/// A partner at one of the channels, a timer or a cancellation can end the wait. Each of them first
/// claims the select for its case, and resumes the task only if it got the claim.
// `@unchecked`: `continuation` is written before `meet` and read after it, and the atomic orders
// the two; only the task of the select uses the rest.
@usableFromInline final class SelectClaim: @unchecked Sendable {
  /// The number of the case that has won, or `undecided`.
  @usableFromInline let winner = Atomic<Int>(undecided)
  @inlinable static var undecided: Int { -1 }

  /// The timers of the select, which end with its wait.
  var timers = Timers()
  /// The case that a cancellation chooses, if any.
  private let cancellationWinner: Int?
  private var continuation: UnsafeContinuation<Void, Never>?
  /// Whether the first of `wait` and `resume` has come.
  private let hasMet = Atomic<Bool>(false)

  /// Makes a claim that any case can win.
  @usableFromInline init(cancellationWinner: Int? = nil) {
    self.cancellationWinner = cancellationWinner
  }

  /// Whether no case has won.
  @inlinable var isOpen: Bool { winner.load(ordering: .acquiring) == Self.undecided }

  /// Makes `number` the winner, unless another case has won.
  @inlinable func win(_ number: Int) -> Bool {
    winner.compareExchange(
      expected: Self.undecided, desired: number, ordering: .acquiringAndReleasing
    ).exchanged
  }

  /// Wakes the task; call it only after `win` has returned `true`.
  @usableFromInline func resume() {
    // A case may win before the task suspends; then `wait` resumes it.
    if meet() { continuation?.resume() }
  }

  /// Suspends the task until a case has won.
  @usableFromInline nonisolated(nonsending) func wait() async {
    await suspend { continuation in
      self.continuation = continuation
      if meet() { continuation.resume() }
    } onCancel: {
      if let cancellationWinner, win(cancellationWinner) { resume() }
    }
    timers.cancel()
  }

  /// Returns whether the other one of `wait` and `resume` has come first.
  private func meet() -> Bool { hasMet.exchange(true, ordering: .acquiringAndReleasing) }
}
