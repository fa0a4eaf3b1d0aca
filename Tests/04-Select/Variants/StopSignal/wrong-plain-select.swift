// wrong: selects on crates and stop signal alike, so that a crane may take more crates
// rejected by: the bell stops every crane as wrong
public import Channels

/// A variant of 4.7.
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
        while true {
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
