import Channels

/// Opens the holds of a ship until the missing crate is found.
///
/// The holds are opened one after the other, in their order, and the crates are checked in the same
/// order, each once. While one crate is checked, the next hold is opened, so that the two overlap.
/// They do not overlap more than that: at most one open hold waits for its check, and while it
/// waits, no other hold is opened.
///
/// The search finds the first crate for which `isMissing` returns `true`. Then no other hold is
/// opened, not even by a task that is cancelled. If one is being opened at that moment, this `open`
/// is cancelled. The call returns the crate as soon as that `open` has ended. If no crate is found,
/// it returns `nil` after the last check.
///
/// If the caller is cancelled during the call, no other hold is opened, and no other crate is
/// checked. What is about to begin at that moment may begin. If the caller is cancelled before the
/// call, at most one hold is opened, and at most one crate is checked. An `open` or a check that is
/// under way is cancelled. The call returns as soon as both have ended. It returns the crate if
/// that check has found it, or else `nil`. Nothing that you start outlives the call.
///
///     // Opening a hold takes 5 s, checking a crate 1 s. The silk is in the second hold, which is
///     // open after 10 s. The silk is found after 11 s, while the third hold is being opened.
///     await findCrate(in: ["bow", "middle", "stern"]) { hold in
///       await crew.open(hold)
///     } isMissing: { crate in
///       await inspector.check(crate)
///     }
///
/// - Parameters:
///   - holds: The names of the holds; each has one crate.
///   - open: Opens a hold and returns the crate in it.
///   - isMissing: Checks whether a crate is the missing one.
/// - Returns: The missing crate; `nil` if no hold has it.
public func findCrate(
  in holds: [String], open: @escaping @Sendable (String) async -> String,
  isMissing: @escaping @Sendable (String) async -> Bool
) async -> String? {
  // TODO(12.12): The silk was in the second of ten holds. What is the crew doing now?
  let quay = Channel<String>()
  Task {
    for hold in holds { await quay.send(await open(hold)) }
    quay.close()
  }
  for await crate in quay {
    if await isMissing(crate) { return crate }
  }
  return nil
}
