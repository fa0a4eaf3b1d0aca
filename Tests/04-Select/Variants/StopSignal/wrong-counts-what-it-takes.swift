// wrong: drops the crate in hand when the bell has rung
// rejected by: a crate in hand is lifted to its end as wrong
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
        while stop.tryReceive() == .nothing {
          let crate = await await select {
            Receive(from: crates)
            Receive(from: stop) { _ in nil }
          }
          guard let crate else { break }
          let lifting = Task { await lift(crate) }
          let isDone = Channel<Bool>(capacity: 1)
          let watch = Task {
            await lifting.value
            await isDone.send(true)
          }
          await select {
            Receive(from: isDone) { _ in lifted += 1 }
            Receive(from: stop) { _ in lifting.cancel() }
          }
          await watch.value
        }
        return lifted
      }
    }
    return await group.reduce(0, +)
  }
}
