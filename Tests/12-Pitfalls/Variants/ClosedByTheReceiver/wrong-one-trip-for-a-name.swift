// wrong: a set of names: trucks with the same name make one trip
// rejected by: every truck and every crate counts as wrong

import Channels

public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  await withTaskGroup(of: [String].self) { group in
    for truck in Set(trucks) { group.addTask { await fetch(truck) } }
    var aboard: [String] = []
    for await crates in group { aboard += crates.prefix(room - aboard.count) }
    return aboard
  }
}
