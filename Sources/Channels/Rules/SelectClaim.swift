public import Synchronization

/// One waiting select: the claim by which exactly one of its cases wins.
///
/// Whoever wants to end the wait (a partner at one of the channels, a timer, a cancellation)
/// claims a case first, and resumes the task only if the claim holds.
// `@unchecked`: `continuation` is written before `open` and read only after a claim, which the
// atomic orders behind it.
@usableFromInline final class Choice: @unchecked Sendable {
  /// The number of the case that has won, or one of the two values below.
  @usableFromInline let winner = Atomic<Int>(unready)
  /// The select is not enqueued yet, so nothing may claim it.
  @inlinable static var unready: Int { -2 }
  /// The select waits and may be claimed.
  @inlinable static var undecided: Int { -1 }

  @usableFromInline var continuation: UnsafeContinuation<Void, Never>?

  /// Makes a choice that nobody can claim before `open`.
  @inlinable init() {}

  /// Lets the cases compete for the task behind `continuation`.
  @inlinable func open(_ continuation: UnsafeContinuation<Void, Never>?) {
    self.continuation = continuation
    winner.store(Self.undecided, ordering: .releasing)
  }

  /// Whether the select waits and no case has won.
  @inlinable var isOpen: Bool { winner.load(ordering: .acquiring) == Self.undecided }

  /// Makes `number` the winner, unless another case has won or the select does not wait yet.
  @inlinable func claim(_ number: Int) -> Bool {
    winner.compareExchange(
      expected: Self.undecided, desired: number, ordering: .acquiringAndReleasing
    ).exchanged
  }

  /// Wakes the task; only whoever has claimed may do so.
  @inlinable func resume() {
    continuation?.resume()
  }

  /// Lets case `number` win because the task was cancelled; `nil` leaves the task waiting.
  @usableFromInline func cancel(_ number: Int?) {
    if let number, claim(number) { resume() }
  }
}

/// The place of one case in the line of its channel: its number, and the select behind it.
public struct SelectTicket {
  @usableFromInline let choice: Choice
  @usableFromInline let number: Int

  @inlinable init(_ choice: Choice, _ number: Int) {
    self.choice = choice
    self.number = number
  }
}
