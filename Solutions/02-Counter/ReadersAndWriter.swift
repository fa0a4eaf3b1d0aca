import Synchronization

/// Lets many readers in at the same time, or one writer alone.
///
/// A writer waits until the tasks inside have left. No task, reader or writer, goes in before one
/// that came earlier, but readers that come one after the other go in together. So readers that
/// keep coming never keep a writer out.
///
///     let chart = ReadersAndWriter()
///     let depth = await chart.read { await sounding() }
///     await chart.write { await redraw(depth) }
public final class ReadersAndWriter: Sendable {
  // The lock guards the rules, and no task waits while holding it. Tasks that wait for their turn
  // are suspended, so their threads can do other work.
  private let rules = Mutex(Rules())

  /// Creates one with no task inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; cancellation does not end the wait.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await enter(.reader)
    defer { leave(.reader) }
    return await body()
  }

  /// Runs `body` as a writer: no other task is inside.
  ///
  /// Waits for its turn; cancellation does not end the wait.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await enter(.writer)
    defer { leave(.writer) }
    return await body()
  }

  /// Waits until it is this one's turn.
  private func enter(_ role: Rules.Role) async {
    await withCheckedContinuation { turn in
      let waiter = Rules.Waiter(role: role, turn: turn)
      // Decide inside the lock, act outside: a resumed task may want the lock at once.
      let admitted = rules.withLock { $0.arrive(waiter) }
      for waiter in admitted { waiter.turn.resume() }
    }
  }

  /// Leaves, and lets in the tasks that are next.
  private func leave(_ role: Rules.Role) {
    let admitted = rules.withLock { $0.leave(role) }
    for waiter in admitted { waiter.turn.resume() }
  }
}

/// Who is inside and who waits, without tasks and locks.
///
/// Invariants: a writer inside is alone; the first waiting task could not be let in.
private struct Rules {
  enum Role {
    case reader, writer
  }

  struct Waiter {
    let role: Role
    let turn: CheckedContinuation<Void, Never>
  }

  private var readers = 0
  private var isWriting = false
  private var waiting: [Waiter] = []

  /// A task arrives and waits, perhaps for no time; returns who may go in.
  mutating func arrive(_ waiter: Waiter) -> [Waiter] {
    waiting.append(waiter)
    return admit()
  }

  /// A task leaves; returns who may go in.
  mutating func leave(_ role: Role) -> [Waiter] {
    switch role {
    case .reader: readers -= 1
    case .writer: isWriting = false
    }
    return admit()
  }

  /// Lets in as many as may be inside together, in the order of their arrival.
  private mutating func admit() -> [Waiter] {
    var admitted: [Waiter] = []
    while let next = waiting.first, !isWriting {
      switch next.role {
      case .reader: readers += 1
      case .writer:
        // The tasks behind it wait, too, although readers among them could go in: they would keep
        // the writer out for as long as more of them come.
        guard readers == 0 else { return admitted }
        isWriting = true
      }
      admitted.append(waiting.removeFirst())
    }
    return admitted
  }
}
