/// Hails every ship at the same time and returns all their answers, in any order.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  let calls = ships.map { ship in Task { await hail(ship) } }
  var answers: [String] = []
  for call in calls {
    answers.append(await call.value)
  }
  return answers
}
