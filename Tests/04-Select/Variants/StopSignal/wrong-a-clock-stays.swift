// wrong: does not wait for the end of the task that waits for the bell
// rejected by: without a bell the shift ends with the crates as wrong
public import Channels

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let stop = Channel<Never>()
  let foreman = Task {
    _ = await bell.receive()
    stop.close()
  }
  defer { foreman.cancel() }
  return await withTaskGroup(of: Int.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        while !Task.isCancelled, stop.tryReceive() == .nothing {
          let crate = await select {
            Receive(from: crates)
            Receive(from: stop) { _ in nil }
          }
          guard let crate else { break }
          await lift(crate)
          lifted += 1
        }
        return lifted
      }
    }
    return await group.reduce(0, +)
  }
}
