// wrong: once cancelled, it throws `CancellationError` although a fetch throws an error later
// rejected by: cancelling the caller cancels every fetch as wrong

import Channels

public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  try await withThrowingTaskGroup(of: (Int, String).self) { group in
    for (place, id) in ids.enumerated() {
      group.addTask { (place, try await fetch(id)) }
    }
    var names = [String](repeating: "", count: ids.count)
    for try await (place, name) in group {
      try Task.checkCancellation()  // no one wants the names any more
      names[place] = name
    }
    return names
  }
}
