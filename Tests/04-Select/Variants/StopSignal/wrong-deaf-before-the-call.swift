// wrong: a cancellation that comes before the call is not noticed
// rejected by: cancelling the caller ends the shift as wrong
public import Channels

public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let wasCancelled = Task.isCancelled
  let all = Task<Int, Never> {
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
            await lift(crate)
            lifted += 1
          }
          return lifted
        }
      }
      return await group.reduce(0, +)
    }
  }
  return await withTaskCancellationHandler {
    await all.value
  } onCancel: {
    if !wasCancelled { all.cancel() }
  }
}
