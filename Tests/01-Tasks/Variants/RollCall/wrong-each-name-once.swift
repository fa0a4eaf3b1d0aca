// wrong: hails two ships of one name only once
// rejected by: ships and answers may be alike as wrong
/// A variant of 1.3.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  var answers: [String: Task<String, Never>] = [:]
  for ship in ships where answers[ship] == nil { answers[ship] = Task { await hail(ship) } }
  var all: [String] = []
  for ship in ships {
    if let answer = await answers[ship]?.value { all.append(answer) }
  }
  return all
}
