// right: a channel of results with room for all
public import Channels

public func unloadAll(
  _ ships: [String], at berths: Channel<Void>,
  _ unload: @escaping @Sendable (String) async throws -> Void
) async -> [String] {
  let results = Channel<Int>(capacity: ships.count)
  await withDiscardingTaskGroup { group in
    for (number, ship) in ships.enumerated() {
      guard await berths.send(()) else { break }
      guard !Task.isCancelled else {
        _ = berths.tryReceive()
        break
      }
      group.addTask {
        defer { _ = berths.tryReceive() }
        do {
          try await unload(ship)
          _ = results.trySend(number)
        } catch {}
      }
    }
  }
  results.close()
  var isLeft = ships.map { _ in true }
  while let number = await results.receive() { isLeft[number] = false }
  return zip(ships, isLeft).filter(\.1).map(\.0)
}
