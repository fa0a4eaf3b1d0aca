// wrong: waits for an hour at most
// rejected by: ships and answers may be alike as wrong
/// A variant of 1.3.
public func rollCall(
  of ships: [String], hail: @escaping @Sendable (String) async -> String
) async -> [String] {
  return await withTaskGroup(of: String?.self) { g in
    for s in ships { g.addTask { await hail(s) } }
    g.addTask {
      try? await Task.sleep(for: .seconds(3600)); return nil
    }
    var all: [String] = []
    for await a in g {
      guard let a else { break }; all.append(a); if all.count == ships.count { break }
    }
    g.cancelAll()
    return all
  }
}
