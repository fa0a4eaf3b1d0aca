// wrong: leaves out a truck without a name
// rejected by: crates for a full ship do no harm as wrong

import Channels

/// Loads a ship with the crates that the trucks bring, and returns the crates aboard.
///
/// All trucks fetch their crates at the same time; `fetch` is called once for each. Crates go
/// aboard in the order in which the trucks arrive, and those of one truck in their order. If two
/// trucks arrive at the same moment, their crates may be mixed. There is room for `room` crates. A
/// crate that does not fit stays on its truck.
///
/// Every truck finishes its trip: when the ship is full, no truck is called back, and no `fetch` is
/// cancelled. Returns as soon as the last truck has arrived. Without trucks, it returns at once.
/// After the return, no task of yours waits for anything.
///
///     // One truck comes after 1 s with tea and salt, the other after 5 s with rum and wool.
///     await load(["Ada", "Ben"], room: 3) { await $0.fetch() }   // tea, salt, rum; after 5 s
///
/// - Parameters:
///   - trucks: The names of the trucks; several may have the same.
///   - room: How many crates fit into the ship; at least one.
///   - fetch: Drives one truck, and returns the crates that it brings: none, or any number, and
///     several may be equal.
/// - Returns: The crates aboard.
public func load(
  _ trucks: [String], room: Int, fetch: @escaping @Sendable (_ truck: String) async -> [String]
) async -> [String] {
  let ramp = Channel<String>()
  let trips = WaitGroup()
  for truck in trucks where !truck.isEmpty {
    trips.add()
    Task {
      defer { trips.done() }
      for crate in await fetch(truck) { await ramp.send(crate) }
    }
  }
  Task {
    await trips.wait()
    ramp.close()
  }

  var aboard: [String] = []
  for await crate in ramp where aboard.count < room { aboard.append(crate) }
  return aboard
}
