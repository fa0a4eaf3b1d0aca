// right: the crane that hears the bell stops all others, and no crane starts in between
public import Channels

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let shift = Shift(bell)
  return await withTaskGroup(of: Int.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        while !Task.isCancelled, await shift.goesOn() {
          var hasRung = false
          let crate = await select {
            Receive(from: crates)
            Receive(from: shift.stop) { _ in nil }
            Receive(from: bell) { ring -> String? in
              hasRung = ring != nil
              return nil
            }
          }
          if hasRung { await shift.end() }
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

private actor Shift {
  let stop = Channel<Never>()
  private let bell: ReceiveChannel<String>
  private var isOver = false

  init(_ bell: ReceiveChannel<String>) { self.bell = bell }

  func goesOn() -> Bool {
    if case .element = bell.tryReceive() { end() }
    return !isOver
  }

  func end() {
    isOver = true
    stop.close()
  }
}
