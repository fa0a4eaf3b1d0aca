// wrong: closes the crates, which belong to their sender
// rejected by: the next shift goes on with the same channels as wrong
public import Channels

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  async let _: Void = {
    if await bell.receive() != nil { crates.close() }
  }()
  return await withTaskGroup(of: Int.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        while !Task.isCancelled {
          let crate = await crates.receive()
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
