// right: a channel brings the results, and the tasks are awaited before an error is thrown

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
  let collecting = Task {
    var users = Array(repeating: "", count: ids.count)
    var first: (any Error)?
    for _ in ids {
      guard let (place, result) = await results.receive() else { break }
      switch result {
      case .success(let user): users[place] = user
      case .failure(let error):
        first = first ?? error
        for task in tasks { task.cancel() }
      }
    }
    for task in tasks { await task.value }
    if let first { throw first }
    return users
  }
  return try await withTaskCancellationHandler {
    try await collecting.value
  } onCancel: {
    for task in tasks { task.cancel() }
  }
}
