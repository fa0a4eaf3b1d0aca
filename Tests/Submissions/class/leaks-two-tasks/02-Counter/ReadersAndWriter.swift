import Synchronization

/// Lets many readers in at the same time, or one writer alone.
///
/// A writer waits until those who are inside have left, and nobody who comes later goes before it. So
/// it is never kept out by readers that keep coming.
///
///     let chart = ReadersAndWriter()
///     let depth = await chart.read { await sounding() }
///     await chart.write { await redraw(depth) }
public final class ReadersAndWriter: Sendable {
  // The lock guards the rules, and nobody waits while holding it. Those who wait for their turn are
  // suspended, so that their threads can do other work.
  private let rules = Mutex(Rules())

  /// Makes one with nobody inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await enter(.reader)
    defer { leave(.reader) }
    return await body()
  }

  /// Runs `body` as a writer: nobody else is inside.
  ///
  /// Waits for its turn; being cancelled does not end that.
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
      // Decided inside the lock, done outside: whoever is resumed may want the lock at once.
      let admitted = rules.withLock { $0.arrive(waiter) }
      for waiter in admitted { waiter.turn.resume() }
    }
  }

  /// Leaves, and lets in whoever is next.
  private func leave(_ role: Rules.Role) {
    let admitted = rules.withLock { $0.leave(role) }
    for waiter in admitted { waiter.turn.resume() }
  }
}

/// Who is inside and who waits, without tasks and locks.
///
/// Invariants: a writer inside is alone; the first who waits could not be let in.
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

  /// Somebody comes and waits, perhaps for no time; returns who may go in.
  mutating func arrive(_ waiter: Waiter) -> [Waiter] {
    waiting.append(waiter)
    return admit()
  }

  /// Somebody leaves; returns who may go in.
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
        // Those behind wait, too, although readers among them could go in: they would keep the
        // writer out for as long as more of them come.
        guard readers == 0 else { return admitted }
        isWriting = true
      }
      admitted.append(waiting.removeFirst())
    }
    return admitted
  }
}
