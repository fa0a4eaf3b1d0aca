// wrong: lifts 64 crates at the same time, and the next one waits
// rejected by: ships and crates do not wait for each other as wrong
import Channels

public func unloadHolds(
  _ ships: [String], open: @escaping @Sendable (String) async -> [String],
  lift: @escaping @Sendable (String) async -> Void
) async {
  let work = WaitGroup()
  let places = Channel<Void>(capacity: 64)
  for ship in ships {
    work.add()
    Task {
      for crate in await open(ship) {
        work.add()
        Task {
          await places.send(())
          await lift(crate)
          _ = places.tryReceive()
          work.done()
        }
      }
      work.done()
    }
  }
  await work.wait()
}
