// right: raw tasks: a clock that cancels the receiver
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let receiver = Task { await crates.receive() }
  let clock = Task {
    guard (try? await Task.sleep(for: limit)) != nil else { return }
    receiver.cancel()
  }
  let crate = await withTaskCancellationHandler {
    await receiver.value
  } onCancel: {
    receiver.cancel()
  }
  clock.cancel()
  await clock.value
  return crate
}
