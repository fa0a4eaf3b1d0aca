// wrong: returns at the bell, while a crane is still lifting
// rejected by: a crate in hand is lifted to its end as wrong
public import Channels

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let stop = Channel<Never>()
  let lifted = Channel<Int>(capacity: 1)
  await lifted.send(0)
  let work = Task {
    await withTaskGroup { group in
      for _ in 1...cranes {
        group.addTask {
          while stop.tryReceive() == .nothing {
            let crate = await select {
              Receive(from: crates)
              Receive(from: stop) { _ in nil }
            }
            guard let crate else { return }
            await lift(crate)
            await lifted.send((lifted.receive() ?? 0) + 1)
          }
        }
      }
    }
  }
  let over = Channel<Bool>()
  let watch = Task {
    await work.value
    over.close()
  }
  await select {
    Receive(from: bell) { _ in }
    Receive(from: over) { _ in }
  }
  stop.close()
  _ = watch
  return await lifted.receive() ?? 0
}
