import Synchronization

/// Hails every ship at the same time and returns all their answers, in any order.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  let logbook = Logbook()
  for ship in ships {
    Task { logbook.note(await hail(ship)) }
  }
  try? await Task.sleep(for: .seconds(3))
  return logbook.answers
}

private final class Logbook: Sendable {
  private let lines = Mutex<[String]>([])

  var answers: [String] { lines.withLock { $0 } }

  func note(_ answer: String) {
    lines.withLock { $0.append(answer) }
  }
}
