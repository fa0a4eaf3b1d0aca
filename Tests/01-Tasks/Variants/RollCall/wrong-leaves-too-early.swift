// wrong: returns while the ships are still answering
// rejected by: every answer is returned as wrong
import Synchronization

/// Hails every ship at the same time and returns all their answers, in any order.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  let logbook = Logbook()
  for ship in ships {
    Task { logbook.note(await hail(ship)) }
  }
  return logbook.answers
}

private final class Logbook: Sendable {
  private let lines = Mutex<[String]>([])

  var answers: [String] { lines.withLock { $0 } }

  func note(_ answer: String) {
    lines.withLock { $0.append(answer) }
  }
}
