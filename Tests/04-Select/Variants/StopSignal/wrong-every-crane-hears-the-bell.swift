// wrong: each crane waits for the bell itself, but only one gets the message
// rejected by: cranes that wait stop at once as deadlocked
public import Channels

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  return await withTaskGroup(of: Int.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        while bell.tryReceive() == .nothing {
          let crate = await select {
            Receive(from: crates)
            Receive(from: bell) { _ in nil }
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
