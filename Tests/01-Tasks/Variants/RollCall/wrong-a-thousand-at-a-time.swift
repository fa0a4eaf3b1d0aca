// wrong: hails 1,000 ships at the same time, and lets the next one wait
// rejected by: all ships are hailed at once as wrong
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  await withTaskGroup(of: String.self) { group in
    var answers: [String] = []
    for (index, ship) in ships.enumerated() {
      if index >= 1_000, let answer = await group.next() { answers.append(answer) }
      group.addTask { await hail(ship) }
    }

    for await answer in group {
      answers.append(answer)
    }
    return answers
  }
}
