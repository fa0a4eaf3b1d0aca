internal import Channels

/// A variant of 9.5.
public func unloadFleet(
  _ fleet: [[String]], _ unload: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Int {
  let crates = Array(fleet.joined())
  let unloaded = Channel<Bool>(capacity: crates.count)
  await withTaskGroup { group in
    for crate in crates {
      group.addTask { await unloaded.send(await unload(crate)) }
    }
  }
  unloaded.close()
  var count = 0
  while let isUnloaded = await unloaded.receive() { count += isUnloaded ? 1 : 0 }
  return count
}
