// right: one select that hears everything, and a child for each crate
public import Channels

private enum Event {
  case crate(String)
  case noMoreCrates
  case bell
  case noBell
  case craneIsFree
  case cancelled
}

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  await withDiscardingTaskGroup { group in
    let done = Channel<Void>(capacity: cranes)
    var bell: ReceiveChannel<String>? = bell
    var free = cranes
    var lifted = 0
    while !Task.isCancelled {
      if case .element = bell?.tryReceive() { return lifted }
      let event: Event = await select {
        Receive(from: free > 0 ? crates : nil) { crate in crate.map { .crate($0) } ?? .noMoreCrates
        }
        Receive(from: bell) { ring in ring == nil ? .noBell : .bell }
        Receive(from: done) { _ in .craneIsFree }
        Cancelled { .cancelled }
      }
      switch event {
      case .crate(let crate):
        free -= 1
        lifted += 1
        group.addTask {
          await Task { await lift(crate) }.value
          await done.send(())
        }
      case .craneIsFree: free += 1
      case .noBell: bell = nil
      case .noMoreCrates, .bell, .cancelled: return lifted
      }
    }
    return lifted
  }
}
