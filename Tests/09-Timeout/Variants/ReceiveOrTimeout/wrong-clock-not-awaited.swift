// wrong: cancels the clock and returns before that has ended
// rejected by: nothing is left when it returns as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let receiver = Task { await crates.receive() }
  let clock = Task {
    do { try await Task.sleep(for: limit) } catch { return }
    receiver.cancel()
  }
  let crate = await withTaskCancellationHandler {
    await receiver.value
  } onCancel: {
    receiver.cancel()
  }
  clock.cancel()
  return crate
}
