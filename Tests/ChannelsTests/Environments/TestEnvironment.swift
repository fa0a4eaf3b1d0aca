import Bubble
import Probe
import Testing

/// Where a test runs its body: both find mistakes that the other does not.
///
/// A bubble runs one task at a time, in many orders, and notices deadlocks and tasks left behind.
/// The pool runs tasks on all processors at once, so that two of them can be inside one operation.
enum TestEnvironment: CaseIterable, Sendable {
  case bubble, pool

  /// Runs `body` in a bubble for each of `schedules`, or once on the thread pool.
  func run(
    _ schedules: Schedules = .default, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: @escaping @Sendable () async throws -> Void
  ) async throws {
    switch self {
    case .bubble: try await inBubble(schedules, sourceLocation, body)
    case .pool: try await body()
    }
  }

  /// How often a body repeats what only a race can break: the bubble chooses its races.
  func rounds(_ count: Int) -> Range<Int> { 0..<(self == .pool ? count : 1) }

  /// The size of something large: the bubble bounds the steps of a run.
  func size(_ full: Int, inBubble small: Int) -> Int { self == .pool ? full : small }
}

/// The function, which the case of the same name hides inside `TestEnvironment`.
private func inBubble(
  _ schedules: Schedules, _ sourceLocation: SourceLocation,
  _ body: @escaping @Sendable () async throws -> Void
) async throws {
  try await bubble(schedules, sourceLocation: sourceLocation, body)
}

/// Returns once every other task waits, which is when `condition` must hold.
///
/// On the pool nobody knows who waits, so there it returns as soon as the condition holds.
func settle(
  until condition: () -> Bool, sourceLocation: SourceLocation = #_sourceLocation
) async {
  if Observer.current == nil {
    // The limit is a fuse: it is reached only when the test fails.
    let fuse = ContinuousClock.now + .seconds(10)
    while !condition(), ContinuousClock.now < fuse { await Task.yield() }
  } else {
    await Bubble.settle()
  }
  #expect(condition(), "a task does not wait where it should", sourceLocation: sourceLocation)
}
