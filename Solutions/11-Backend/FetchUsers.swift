import Channels

/// Fetches many users at the same time, and returns them in the order of their numbers in the list.
///
/// All fetches begin at once. A number that is in the list twice is fetched twice, and each of the
/// two answers is returned once. If no fetch fails, the call returns as soon as the last one has
/// ended.
///
/// When a fetch throws, all others are cancelled at that moment. A cancelled fetch may need time to
/// stop: the call waits until every fetch has ended, and only then throws. It throws the error that
/// came first. A fetch may itself throw a `CancellationError`, and this is an error like any other.
/// Later errors and all users are dropped.
///
/// If the caller is cancelled, every fetch is cancelled, and the call waits for all of them. Then
/// it throws the first error of a fetch. If no fetch throws, the call may return the users or throw
/// `CancellationError`. If the caller is cancelled before the call, it is up to you whether any
/// fetch begins. Nothing that you start outlives the call.
///
///     // User 12 comes after 3 s, user 4 after 1 s.
///     try await fetchUsers([12, 4]) { try await bookings.user($0) }   // "Ada", "Ben", after 3 s
///
/// - Parameters:
///   - ids: The users' numbers, in any order; there may be none.
///   - fetch: Fetches the name of one user; called at most once for each place in the list.
/// - Returns: The users' names: the first one belongs to the first number, and so on.
/// - Throws: The first error of a fetch; `CancellationError` if the caller is cancelled and no
///   fetch throws.
public func fetchUsers(
  _ ids: [Int], fetch: @escaping @Sendable (_ id: Int) async throws -> String
) async throws -> [String] {
  // The fetches end in any order, so each child brings the place of its user along. The Go original
  // appends the users as they come. The first error leaves the loop and the body: this cancels the
  // other fetches, and the group waits for them. The original returns at the first error, too, but
  // the other requests go on, and nobody reads what they bring. In Go today: `errgroup.WithContext`
  // and `users[i] = user`.
  try await withThrowingTaskGroup(of: (place: Int, user: String).self) { group in
    for (place, id) in ids.enumerated() {
      group.addTask { (place, try await fetch(id)) }
    }
    var users = Array(repeating: "", count: ids.count)
    for try await (place, user) in group { users[place] = user }
    return users
  }
}
