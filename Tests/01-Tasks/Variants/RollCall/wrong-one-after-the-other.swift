// wrong: each ship waits for the answer of the one before
// rejected by: all ships are hailed at once as wrong

/// Hails every ship at the same time and returns all their answers, in any order.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  var answers: [String] = []
  for ship in ships {
    answers.append(await hail(ship))
  }
  return answers
}
