// wrong: takes the bell's message and then closes `stop`; in between, another crane takes a crate
// rejected by: the bell stops every crane as wrong
public import Channels

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let stop = Channel<Never>()
  return await withTaskGroup(of: Int.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        while !Task.isCancelled, stop.tryReceive() == .nothing {
          if case .element = bell.tryReceive() {
            stop.close()
            break
          }
          let crate = await select {
            Receive(from: crates)
            Receive(from: stop) { _ in nil }
            Receive(from: bell) { ring -> String? in
              if ring != nil { stop.close() }
              return nil
            }
          }
          guard let crate else { break }
          await lift(crate)
          lifted += 1
        }
        return lifted
      }
    }
    return await group.reduce(0, +)
  }
}
