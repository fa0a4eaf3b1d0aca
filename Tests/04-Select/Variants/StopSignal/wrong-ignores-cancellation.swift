// wrong: raw tasks do not hear that the caller was cancelled
// rejected by: cancelling the caller ends the shift as deadlocked
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
  let work = Task {
    await withTaskGroup(of: Int.self) { group in
      for _ in 1...cranes {
        group.addTask {
          var lifted = 0
          while stop.tryReceive() == .nothing {
            let crate = await await select {
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
  let lifted = await work.value
  foreman.cancel()
  await foreman.value
  return lifted
}
