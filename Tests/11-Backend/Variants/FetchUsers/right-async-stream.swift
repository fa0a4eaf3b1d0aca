// right: an `AsyncStream` of results, read by a task that is never cancelled

import Channels

public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  typealias Answer = (place: Int, result: Result<String, any Error>)
  let (answers, continuation) = AsyncStream.makeStream(of: Answer.self)
  let tasks = ids.enumerated().map { place, id in
    Task {
      do { continuation.yield((place, .success(try await fetch(id)))) } catch {
        continuation.yield((place, .failure(error)))
      }
    }
  }
  let reader = Task { () throws -> [String] in
    var names = Array(repeating: "", count: tasks.count)
    var failure: (any Error)?
    var left = tasks.count
    if left == 0 { continuation.finish() }
    for await (place, result) in answers {
      switch result {
      case .success(let name): names[place] = name
      case .failure(let error):
        if failure == nil { failure = error }
        for task in tasks { task.cancel() }
      }
      left -= 1
      if left == 0 { continuation.finish() }
    }
    for task in tasks { await task.value }
    if let failure { throw failure }
    return names
  }
  return try await withTaskCancellationHandler {
    try await reader.value
  } onCancel: {
    for task in tasks { task.cancel() }
  }
}
