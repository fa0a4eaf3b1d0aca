// wrong: a cancellation that comes before the call is not noticed
// rejected by: cancelling the caller ends the wait as wrong
public import Channels

public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let wasCancelled = Task.isCancelled
  let all = Task<String?, Never> {
    await select {
      Receive(from: crates)
      After(limit) { nil }
    }
  }
  return await withTaskCancellationHandler {
    await all.value
  } onCancel: {
    if !wasCancelled { all.cancel() }
  }
}
