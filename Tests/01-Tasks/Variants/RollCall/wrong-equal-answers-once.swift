// wrong: keeps one of two equal answers
// rejected by: ships and answers may be alike as wrong
/// A variant of 1.3.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  return await withTaskGroup(of: String.self) { g in
    for s in ships { g.addTask { await hail(s) } }
    var all = Set<String>()
    for await a in g { all.insert(a) }
    return Array(all)
  }
}
