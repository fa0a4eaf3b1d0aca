// wrong: goes home with the first answer
// rejected by: every answer is returned as wrong

/// Hails every ship at the same time and returns all their answers, in any order.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  await withTaskGroup(of: String.self) { group in
    for ship in ships {
      group.addTask { await hail(ship) }
    }
    var answers: [String] = []
    if let answer = await group.next() { answers.append(answer) }
    group.cancelAll()
    return answers
  }
}
