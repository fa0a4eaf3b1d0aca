// wrong: leaves out an answer without a word
// rejected by: ships and answers may be alike as wrong
/// A variant of 1.3.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  return await withTaskGroup(of: String.self) { g in
    for s in ships { g.addTask { await hail(s) } }
    var all: [String] = []
    for await a in g where !a.isEmpty { all.append(a) }
    return all
  }
}
