// wrong: has room for 100 crates that pass while it collects those that are refused
// rejected by: any number of crates may be refused as deadlocked
import Channels

/// The crates of a ship after the inspection.
public struct Inspection: Sendable {
  public var passed: [String] = []
  public var refused: [String] = []
}

/// A variant of 12.2.
public func inspect(
  _ crates: [String], isAllowed: @escaping @Sendable (_ crate: String) async -> Bool
) async -> Inspection {
  let passed = Channel<String>(capacity: 100)
  let refused = Channel<String>()
  let officer = Task {
    for crate in crates {
      if await isAllowed(crate) { await passed.send(crate) } else { await refused.send(crate) }
    }
    passed.close()
    refused.close()
  }
  var inspection = Inspection()
  for await crate in refused { inspection.refused.append(crate) }
  for await crate in passed { inspection.passed.append(crate) }
  await officer.value
  return inspection
}
