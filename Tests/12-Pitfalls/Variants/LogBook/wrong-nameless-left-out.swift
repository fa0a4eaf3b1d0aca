// wrong: leaves out a ship without a name
// rejected by: every line is written when it returns as wrong

/// Pilots the ships into the harbor one after the other, and has a line written in the log for
/// each.
///
/// The pilot takes the ships in the order of the list. As soon as a ship is in, the writing of its
/// line begins, and the pilot goes to the next ship at once: no ship waits for a line, and no line
/// waits for another. Calls `pilot` and `log` once for each ship. Two ships may have the same name.
///
/// When the call returns, every line has been written completely. It returns at the moment when the
/// last ship is in and the last line is written, whichever comes later. Without ships, it returns
/// at once.
///
/// Cancelling the caller changes nothing about this: every ship is piloted, every line is written,
/// and the call returns after that. Whether `pilot` and `log` learn of the cancellation is up to
/// you.
///
///     // The "Gull" is in after 3 s, the "Petrel" after 5 s. A line takes 4 s: 9 s in all.
///     await bringIn(["Gull", "Petrel"]) { await tug.tow($0) } log: { await clerk.write($0) }
///
/// - Parameters:
///   - ships: The names of the ships.
///   - pilot: Brings one ship in.
///   - log: Writes the line of one ship.
public func bringIn(
  _ ships: [String], pilot: @escaping @Sendable (String) async -> Void,
  log: @escaping @Sendable (String) async -> Void
) async {
  await withTaskGroup { group in
    for ship in ships where !ship.isEmpty {
      await pilot(ship)
      group.addTask { await log(ship) }
    }
  }
}
