// wrong: takes a `CancellationError` of the load for an end, and returns 0
// rejected by: no listener is left, whether the load fails or not as wrong
public import Channels

public func loadShip(
  alarms: ReceiveChannel<String>, warn: @escaping @Sendable (_ alarm: String) async -> Void,
  load: @escaping @Sendable () async throws -> Int
) async throws -> Int {
  let listener = Task {
    while !Task.isCancelled, let alarm = await alarms.receive() { await warn(alarm) }
  }
  let result: Result<Int, any Error>
  do { result = .success(try await load()) } catch is CancellationError {
    result = .success(0)
  } catch { result = .failure(error) }

  listener.cancel()
  await listener.value
  return try result.get()
}
