// wrong: waits for the rest of the limit when the channel is closed
// rejected by: a closed channel ends the wait as wrong

public import Channels

/// Receives from `crates`, but waits no longer than `limit`.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let begin = ContinuousClock.now
  let crate = await select {
    Receive(from: crates)
    After(limit) { nil }
  }
  if crate == nil { try? await Task.sleep(until: begin + limit, clock: .continuous) }
  return crate
}
