// wrong: drops what finds no room in a large buffer
// rejected by: every truck and every crate counts as wrong

import Channels

public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<String>(capacity: 1_000)
  await withTaskGroup(of: Void.self) { group in
    for truck in trucks {
      group.addTask { for crate in await fetch(truck) { ramp.trySend(crate) } }
    }
  }
  ramp.close()

  var aboard: [String] = []
  for await crate in ramp where aboard.count < room { aboard.append(crate) }
  return aboard
}
