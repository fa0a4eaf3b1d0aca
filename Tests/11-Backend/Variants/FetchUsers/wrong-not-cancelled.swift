// wrong: `waitForAll` lets the other fetches run to their ends
// rejected by: an error cancels the other fetches at that moment as wrong

internal import Synchronization

/// Fetches many users at the same time.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  let users = Users(count: ids.count)
  try await withThrowingTaskGroup(of: Void.self) { group in
    for (place, id) in ids.enumerated() {
      group.addTask { users.put(try await fetch(id), at: place) }
    }
    try await group.waitForAll()
  }
  return users.all
}

private final class Users: Sendable {
  private let names: Mutex<[String]>

  init(count: Int) { names = Mutex(Array(repeating: "", count: count)) }

  var all: [String] { names.withLock { $0 } }

  func put(_ name: String, at place: Int) { names.withLock { $0[place] = name } }
}
