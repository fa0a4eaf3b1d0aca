// wrong: a task for each ship, but each is awaited before the next begins
// rejected by: all ships are hailed at once as wrong

/// Hails every ship at the same time and returns all their answers, in any order.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  await withTaskGroup(of: String.self) { group in
    var answers: [String] = []
    for ship in ships {
      group.addTask { await hail(ship) }
      if let answer = await group.next() { answers.append(answer) }
    }
    return answers
  }
}
