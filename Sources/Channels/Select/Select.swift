public import Probe

/// Waits until one of several cases is ready, runs that case, and returns its value.
///
///     let news = await select {
///       Receive(from: arrivals) { ship in "arrived: \(ship ?? "no more ships")" }
///       Send(crate, to: crane) { "a crate is on its way" }
///       After(.seconds(2)) { "nothing happened" }
///     }
///
/// The channels and elements of all cases are evaluated once, from top to bottom. If several cases
/// are ready, one of them is chosen at random, with equal chances; the choice and its send or
/// receive are one step, so no other task can come between. If no case is ready, `Default` is
/// chosen; without a `Default`, the select waits until a case is ready. Then the body of the chosen
/// case runs. The other cases do nothing.
///
/// A case whose channel is `nil` is never ready. Several cases may use the same channel: each of
/// them has the same chance, and a select never receives what it sends itself. A receive from a
/// closed channel is ready, with `nil`. A send on a closed channel is ready, too, and a misuse if
/// it is chosen.
///
/// When the task is cancelled while the select waits, the first `Cancelled` case is chosen; without
/// one the first `Receive` gets `nil`. A select with neither continues to wait, as in Go. No
/// element is lost: an element that was taken from a channel reaches the body.
///
/// A select without any case, `await select {}`, waits forever, even when its task is cancelled.
///
/// Go: `select { case …: … default: … }`. See "Select statements" in the Go specification.
///
/// - Parameters:
///   - fileID: The file to name in reports as the place of this select.
///   - line: The line in that file.
///   - cases: The cases: `Receive`, `Send`, `After`, `Cancelled`, `Default`.
/// - Returns: The value of the chosen case.
/// - Throws: What the body of the chosen case throws.
/// - Complexity: O(n²) at worst, where n is the number of cases.
@discardableResult
@inlinable public nonisolated(nonsending) func select<Value, Cases: __SelectComponent<Value>>(
  fileID: StaticString = #fileID, line: UInt = #line,
  @SelectBuilder<Value> _ cases: () async -> Cases
) async throws(Cases.Failure) -> Value {
  let cases = await cases()
  var state = cases._initialState
  let chosen = await cases.choose(&state, at: CallSite(fileID, line))
  return try await cases._run(chosen, after: state)
}
