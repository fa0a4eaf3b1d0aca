// wrong: one loop does the work of all cranes
// rejected by: all cranes work at the same time as wrong
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
