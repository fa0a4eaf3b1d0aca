// right: recursion: each request runs beside the rest, by `async let`
public import Channels

public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  await serveRest(of: requests, from: .now, every: interval, handle)
}

private func serveRest(
  of requests: ReceiveChannel<String>, from earliest: ContinuousClock.Instant,
  every interval: Duration, _ handle: @escaping @Sendable (String) async -> Void
) async {
  guard let request = await requests.receive() else { return }
  do { try await Task.sleep(until: earliest, clock: .continuous) } catch { return }
  let next = ContinuousClock.now + interval
  async let handling: Void = handle(request)
  await serveRest(of: requests, from: next, every: interval, handle)
  await handling
}
