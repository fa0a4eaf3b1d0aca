// wrong: cancels the cranes, also those that are lifting
// rejected by: a crate in hand is lifted to its end as wrong
public import Channels

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  await withTaskGroup(of: Int?.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        while !Task.isCancelled, let crate = await crates.receive() {
          await lift(crate)
          lifted += 1
        }
        return lifted
      }
    }
    group.addTask {
      _ = await bell.receive()
      return nil
    }
    var lifted = 0
    var working = cranes
    while working > 0, let end = await group.next() {
      guard let count = end else {
        group.cancelAll()
        continue
      }
      lifted += count
      working -= 1
    }
    group.cancelAll()
    return lifted
  }
}
