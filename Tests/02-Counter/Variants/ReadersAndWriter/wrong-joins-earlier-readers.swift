// wrong: a reader joins readers that wait, and so goes before a writer that came earlier
// rejected by: nobody who comes later goes before a writer as wrong

import Synchronization

/// Lets many readers in at the same time, or one writer alone.
public final class ReadersAndWriter: Sendable {
  private typealias Continuation = CheckedContinuation<Void, Never>

  /// Tasks that go in together.
  private enum Party {
    case readers([Continuation])
    case writer(Continuation)
  }

  private struct Room {
    var readers = 0
    var hasWriter = false
    var parties: [Party] = []

    mutating func next() -> [Continuation] {
      guard !hasWriter, let first = parties.first else { return [] }
      switch first {
      case .readers(let group):
        readers += group.count
        parties.removeFirst()
        return group
      case .writer(let writer):
        guard readers == 0 else { return [] }
        hasWriter = true
        parties.removeFirst()
        return [writer]
      }
    }
  }

  private let room = Mutex(Room())

  /// Creates one with no task inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      change { room in
        for index in room.parties.indices {
          if case .readers(let group) = room.parties[index] {
            room.parties[index] = .readers(group + [continuation])
            return
          }
        }
        room.parties.append(.readers([continuation]))
      }
    }
    defer { change { $0.readers -= 1 } }
    return await body()
  }

  /// Runs `body` as a writer: no other task is inside.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await withCheckedContinuation { continuation in
      change { $0.parties.append(.writer(continuation)) }
    }
    defer { change { $0.hasWriter = false } }
    return await body()
  }

  private func change(_ body: (inout Room) -> Void) {
    let admitted = room.withLock { room in
      body(&room)
      return room.next()
    }
    for continuation in admitted { continuation.resume() }
  }
}
