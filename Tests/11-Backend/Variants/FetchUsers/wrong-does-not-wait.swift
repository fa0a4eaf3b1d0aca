// wrong: cancels the others and throws, although they have not ended
// rejected by: a fetch that needs time to stop is waited for as wrong

internal import Channels

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let results = Channel<(Int, Result<String, any Error>)>(capacity: ids.count)
  let tasks = ids.enumerated().map { place, id in
    Task {
      do {
        await results.send((place, .success(try await fetch(id))))
      } catch {
        await results.send((place, .failure(error)))
      }
    }
  }
  return try await withTaskCancellationHandler {
    var users = Array(repeating: "", count: ids.count)
    for _ in ids {
      guard let (place, result) = await results.receive() else { throw CancellationError() }
      do {
        users[place] = try result.get()
      } catch {
        for task in tasks { task.cancel() }
        throw error
      }
    }
    for task in tasks { await task.value }
    return users
  } onCancel: {
    for task in tasks { task.cancel() }
  }
}
