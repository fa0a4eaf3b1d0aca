// right: a select over both channels, until both are closed

import Channels

/// The crates of a ship after the inspection.
public struct Inspection: Sendable {
  /// The crates that may go ashore.
  public var passed: [String] = []
  /// The crates that must stay on board.
  public var refused: [String] = []
}

/// Lets an officer look at every crate, and returns which of them passed.
public func inspect(
  _ crates: [String], isAllowed: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Inspection {
  let passed = Channel<String>()
  let refused = Channel<String>()
  let officer = Task {
    for crate in crates {
      if await isAllowed(crate) {
        await passed.send(crate)
      } else {
        await refused.send(crate)
      }
    }
    passed.close()
    refused.close()
  }

  var inspection = Inspection()
  var open: (passed: Channel<String>?, refused: Channel<String>?) = (passed, refused)
  while open.passed != nil || open.refused != nil {
    let (crate, isPassed) = await select {
      Receive(from: open.passed) { ($0, true) }
      Receive(from: open.refused) { ($0, false) }
    }
    switch (crate, isPassed) {
    case (let crate?, true): inspection.passed.append(crate)
    case (let crate?, false): inspection.refused.append(crate)
    case (nil, true): open.passed = nil
    case (nil, false): open.refused = nil
    }
  }
  await officer.value
  return inspection
}
