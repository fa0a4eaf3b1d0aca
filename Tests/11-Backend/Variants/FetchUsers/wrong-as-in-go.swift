// wrong: as in the Go notes: order of arrival, and nobody waits for the rest after an error
// rejected by: each user has the place of its number as wrong

internal import Channels

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let results = Channel<Result<String, any Error>>(capacity: ids.count)
  let group = WaitGroup()
  for id in ids {
    group.add()
    Task {
      defer { group.done() }
      do {
        await results.send(.success(try await fetch(id)))
      } catch {
        await results.send(.failure(error))
      }
    }
  }
  Task {
    await group.wait()
    results.close()
  }
  var users: [String] = []
  for await result in results { users.append(try result.get()) }
  return users
}
