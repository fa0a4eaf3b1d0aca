// wrong: sixteen cranes work, and no others
// rejected by: all cranes work at the same time as wrong
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
    for _ in 1...min(cranes, 16) {
      group.addTask {
        var lifted = 0
        while stop.tryReceive() == .nothing {
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
