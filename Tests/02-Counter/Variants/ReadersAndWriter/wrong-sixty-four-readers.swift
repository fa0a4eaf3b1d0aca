// wrong: lets 64 readers in at the same time
// rejected by: readers are inside together as wrong
import Synchronization

public final class ReadersAndWriter: Sendable {
  private let rules = Mutex(Rules())

  public init() {}

  public func read<Result>(_ body: () async -> Result) async -> Result {
    await enter(.reader)
    defer { leave(.reader) }
    return await body()
  }

  public func write<Result>(_ body: () async -> Result) async -> Result {
    await enter(.writer)
    defer { leave(.writer) }
    return await body()
  }

  private func enter(_ role: Rules.Role) async {
    await withCheckedContinuation { turn in
      let waiter = Rules.Waiter(role: role, turn: turn)
      let admitted = rules.withLock { $0.arrive(waiter) }
      for waiter in admitted { waiter.turn.resume() }
    }
  }

  private func leave(_ role: Rules.Role) {
    let admitted = rules.withLock { $0.leave(role) }
    for waiter in admitted { waiter.turn.resume() }
  }
}

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

  mutating func arrive(_ waiter: Waiter) -> [Waiter] {
    waiting.append(waiter)
    return admit()
  }

  mutating func leave(_ role: Role) -> [Waiter] {
    switch role {
    case .reader: readers -= 1
    case .writer: isWriting = false
    }
    return admit()
  }

  private mutating func admit() -> [Waiter] {
    var admitted: [Waiter] = []
    while let next = waiting.first, !isWriting {
      switch next.role {
      case .reader:
        guard readers < 64 else { return admitted }
        readers += 1
      case .writer:
        guard readers == 0 else { return admitted }
        isWriting = true
      }
      admitted.append(waiting.removeFirst())
    }
    return admitted
  }
}
