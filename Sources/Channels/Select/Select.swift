public import Probe

/// Goes on with the first of several cases that is ready, and returns its value.
///
///     let news = await select {
///       Receive(from: arrivals) { ship in "arrived: \(ship ?? "no more ships")" }
///       Send(crate, to: crane) { "a crate is on its way" }
///       After(.seconds(2)) { "nothing happened" }
///     }
///
/// The channels and elements of all cases are evaluated once, from top to bottom. If cases are
/// ready, one of them is chosen, each as likely as another, and happens: no other task can come
/// between. If none is ready, `Default` is chosen if it is there; otherwise the select waits until
/// a case is ready. Then the body of the chosen case runs, and nothing else happens.
///
/// A case whose channel is `nil` is never ready. The same channel may stand in several cases, of
/// which each is as likely as another, and a select never receives what it sends itself. A closed
/// channel is ready to be received from, with `nil`. Sending on a closed channel is a misuse if that
/// case is chosen.
///
/// When the task is cancelled while the select waits, the first `Cancelled` case is chosen; without
/// one the first `Receive` gets `nil`. A select with neither goes on waiting, as in Go. Nothing is
/// lost: an element that was taken from a channel reaches the body.
///
/// A select without any case, `await select {}`, waits forever, even when its task is cancelled.
///
/// Go: `select { case …: … default: … }`. See "Select statements" in the Go specification.
///
/// - Parameters:
///   - fileID: The file that reports name as the place of this select.
///   - line: The line in that file.
///   - cases: The cases: `Receive`, `Send`, `After`, `Cancelled`, `Default`.
/// - Returns: The value of the chosen case.
/// - Throws: What the body of the chosen case throws.
/// - Complexity: O(n²) at worst, where n is the number of cases.
@discardableResult
@inlinable public nonisolated(nonsending) func select<Value, Cases: SelectPart>(
  fileID: StaticString = #fileID, line: UInt = #line,
  @SelectBuilder<Value> _ cases: () async -> Cases
) async throws(Cases.Failure) -> Value where Cases.Value == Value {
  let cases = await cases()
  let arms = cases.arms
  var state = arms.initialState
  let chosen = await arms.choose(&state, at: Place(fileID, line))
  // The arms have bare pointers to the channels that `cases` holds.
  withExtendedLifetime(cases) {}
  return try await cases.run(chosen, after: state)
}
