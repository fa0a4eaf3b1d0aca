// wrong: passes a cancellation on only until the first user arrives
// rejected by: cancelling the caller cancels every fetch as wrong
import Channels
import Synchronization

public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let hasEnded = Flag()
  let all = Task<[String], any Error> {
    try await withThrowingTaskGroup(of: (place: Int, user: String).self) { group in
      for (place, id) in ids.enumerated() {
        group.addTask {
          defer { hasEnded.raise() }
          return (place, try await fetch(id))
        }
      }
      var users = Array(repeating: "", count: ids.count)
      for try await (place, user) in group { users[place] = user }
      return users
    }
  }
  return try await withTaskCancellationHandler {
    try await all.value
  } onCancel: {
    if !hasEnded.isUp { all.cancel() }
  }
}

private final class Flag: Sendable {
  private let flag = Atomic(false)
  var isUp: Bool { flag.load(ordering: .relaxed) }
  func raise() { flag.store(true, ordering: .relaxed) }
}
