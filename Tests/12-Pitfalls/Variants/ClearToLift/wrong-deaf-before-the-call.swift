// wrong: a cancellation that comes before the call is not noticed
// rejected by: a crane that is cancelled stops at once as deadlocked
public import Channels

public func liftCrates(
  _ orders: ReceiveChannel<String>, signals: ReceiveChannel<Void>?,
  lift: @escaping @Sendable (String) async -> Void
) async -> Int {
  let wasCancelled = Task.isCancelled
  let all = Task<Int, Never> {
    var lifted = 0
    while let crate = await orders.receive() {
      if let signals {
        guard await signals.receive() != nil else { break }
      }
      await lift(crate)
      lifted += 1
    }
    return lifted
  }
  return await withTaskCancellationHandler {
    await all.value
  } onCancel: {
    if !wasCancelled { all.cancel() }
  }
}
