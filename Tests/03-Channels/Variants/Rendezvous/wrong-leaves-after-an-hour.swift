// wrong: waits no longer than an hour for the other ship
// rejected by: north waits for south as wrong
internal import Channels

/// A variant of 3.3.
public func rendezvous(
  arrive: @escaping @Sendable (String) async -> Void,
  leave: @escaping @Sendable (String) async -> Void
) async {
  let met = Channel<Void>()
  let timer = Task {
    try? await Task.sleep(for: .seconds(3600)); met.close()
  }
  async let n: Void = {
    await arrive("north"); await met.receive(); await leave("north")
  }()
  async let s: Void = {
    await arrive("south");
    await select {
      Send((), to: met); After(.seconds(3600)) {}
    }; await leave("south")
  }()
  _ = await (n, s)
  timer.cancel(); await timer.value
}
