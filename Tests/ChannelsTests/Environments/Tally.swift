import Synchronization

/// A number that several tasks count up.
final class Tally: Sendable {
  private let number = Atomic<Int>(0)

  var count: Int { number.load(ordering: .acquiring) }

  func add(_ more: Int = 1) { number.add(more, ordering: .acquiringAndReleasing) }
}
