// wrong: of equal crates, only the first one goes aboard
// rejected by: every truck and every crate counts as wrong

import Channels

public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  await withTaskGroup(of: [String].self) { group in
    for truck in trucks { group.addTask { await fetch(truck) } }
    var aboard: [String] = []
    for await crates in group {
      for crate in crates where aboard.count < room && !aboard.contains(crate) {
        aboard.append(crate)
      }
    }
    return aboard
  }
}
