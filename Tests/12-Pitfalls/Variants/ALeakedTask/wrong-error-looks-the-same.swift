// wrong: throws an error that looks like the one of `load`
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
  do {
    result = .success(try await load())
  } catch {
    result = .failure(Same(description: "\(error)"))
  }

  listener.cancel()
  await listener.value
  return try result.get()
}

struct Same: Error, CustomStringConvertible { var description: String }
