// wrong: the last answer wakes the waiter, so without ships nobody ever does
// rejected by: without ships it returns at once as deadlocked
import Synchronization

/// Hails every ship at the same time and returns all their answers, in any order.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  let logbook = Logbook()
  await withCheckedContinuation { done in
    for ship in ships {
      Task {
        let answer = await hail(ship)
        if logbook.note(answer) == ships.count { done.resume() }
      }
    }
  }
  return logbook.answers
}

private final class Logbook: Sendable {
  private let lines = Mutex<[String]>([])

  var answers: [String] { lines.withLock { $0 } }

  func note(_ answer: String) -> Int {
    lines.withLock { lines in
      lines.append(answer)
      return lines.count
    }
  }
}
