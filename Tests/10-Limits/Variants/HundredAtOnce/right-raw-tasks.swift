// right: raw tasks, a wait group and an actor

internal import Channels

/// Weighs any number of crates, at most `limit` at the same time, and returns the total weight.
public func weighAll(
  _ crates: some Sequence<Int> & Sendable, atMost limit: Int,
  _ weigh: @escaping @Sendable (Int) async -> Int
) async -> Int {
  let places = Channel<Void>(capacity: limit)
  let scale = Scale()
  let group = WaitGroup()
  for crate in crates {
    await places.send(())
    group.add()
    Task {
      await scale.add(await weigh(crate))
      _ = await places.receive()
      group.done()
    }
  }
  await group.wait()
  return await scale.total
}

private actor Scale {
  var total = 0
  func add(_ weight: Int) { total += weight }
}
