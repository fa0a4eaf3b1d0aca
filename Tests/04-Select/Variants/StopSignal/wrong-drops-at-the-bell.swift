// wrong: a crate that is taken at the moment of the bell is not lifted
// rejected by: a crate in hand is lifted to its end as wrong
public import Channels

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
          guard let crate else { break }
          if stop.tryReceive() != .nothing { break }
          await lift(crate)
          lifted += 1
        }
        return lifted
      }
    }
    return await group.reduce(0, +)
  }
}
