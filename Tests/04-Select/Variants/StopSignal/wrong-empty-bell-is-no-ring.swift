// wrong: does not hear a bell whose message is empty
// rejected by: cranes that wait stop at once as wrong

public import Channels

/// Lets cranes lift crates until the bell rings, and returns when all cranes have stopped.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let stop = Channel<Never>()
  async let _: Void = {
    var ring = ""
    while ring.isEmpty {
      guard let message = await bell.receive() else { break }
      ring = message
    }
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
          await lift(crate)
          lifted += 1
        }
        return lifted
      }
    }
    return await group.reduce(0, +)
  }
}
