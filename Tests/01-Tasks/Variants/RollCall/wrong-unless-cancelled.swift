// wrong: hails no ship when the caller is already cancelled
// rejected by: no answer is lost when all come at once as wrong
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  await withTaskGroup(of: String.self) { group in
    for ship in ships {
      _ = group.addTaskUnlessCancelled { await hail(ship) }
    }
    return await group.reduce(into: []) { answers, answer in answers.append(answer) }
  }
}
