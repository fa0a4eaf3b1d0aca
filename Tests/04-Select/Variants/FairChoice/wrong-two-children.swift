// wrong: two children fill a store; they take more than was asked for
// rejected by: it takes as many as it was asked for as wrong
public import Channels

/// A variant of 4.5.
public func unload(
  _ count: Int, from east: ReceiveChannel<String>, and west: ReceiveChannel<String>
) async -> [String] {
  let store = Channel<String>()
  return await withTaskGroup(of: Void.self) { group in
    group.addTask {
      await withTaskGroup { carriers in
        for barge in [east, west] {
          carriers.addTask {
            while let crate = await barge.receive() {
              guard await store.send(crate) else { return }
            }
          }
        }
      }
      store.close()
    }
    var crates: [String] = []
    while crates.count < count, let crate = await store.receive() { crates.append(crate) }
    group.cancelAll()
    return crates
  }
}
