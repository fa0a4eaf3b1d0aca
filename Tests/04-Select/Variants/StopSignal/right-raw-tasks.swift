// right: raw tasks, an actor that counts, and a foreman who waits for the bell
public import Channels

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let stop = Channel<Bool>()
  let tally = Tally()
  let foreman = Task {
    _ = await bell.receive()
    stop.close()
  }
  let workers = (1...cranes).map { _ in
    Task {
      while case .nothing = stop.tryReceive() {
        let crate = await select {
          Receive(from: stop) { _ in String?.none }
          Receive(from: crates)
        }
        guard let crate else { return }
        await lift(crate)
        await tally.count()
      }
    }
  }
  await withTaskCancellationHandler {
    for worker in workers { await worker.value }
  } onCancel: {
    foreman.cancel()
  }
  foreman.cancel()
  await foreman.value
  return await tally.lifted
}

private actor Tally {
  var lifted = 0
  func count() { lifted += 1 }
}
