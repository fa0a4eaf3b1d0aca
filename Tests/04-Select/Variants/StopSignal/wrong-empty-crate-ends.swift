// wrong: stops at a crate without a name
// rejected by: without a bell the shift ends with the crates as wrong

public import Channels

/// Lets cranes lift crates until the bell rings, and returns when all cranes have stopped.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let stop = Channel<Never>()
  async let _: Void = {
    _ = await bell.receive()
    stop.close()
  }()
  return await withTaskGroup(of: Int.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        while stop.tryReceive() == .nothing {
          let crate = await select {
            Receive(from: crates)
            Receive(from: stop) { _ in nil }
          }
          guard let crate, !crate.isEmpty else { break }
          await lift(crate)
          lifted += 1
        }
        return lifted
      }
    }
    return await group.reduce(0, +)
  }
}
