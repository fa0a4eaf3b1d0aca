// wrong: between the bell and the word to the others, another crane takes a crate
// rejected by: the bell stops every crane as wrong
public import Channels
import Synchronization

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let shift = Shift()
  return await withTaskGroup(of: Int.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        while !Task.isCancelled, !shift.isOver {
          if case .element = bell.tryReceive() {
            shift.end()
            break
          }
          let crate: String? = await select {
            Receive(from: shift.stop) { _ in String?.none }
            Receive(from: bell) { message in
              if message != nil { shift.end() }
              return String?.none
            }
            Receive(from: crates)
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

private final class Shift: Sendable {
  let stop = Channel<Never>()
  private let hasEnded = Mutex(false)

  var isOver: Bool { hasEnded.withLock { $0 } }

  func end() {
    hasEnded.withLock { $0 = true }
    stop.close()
  }
}
