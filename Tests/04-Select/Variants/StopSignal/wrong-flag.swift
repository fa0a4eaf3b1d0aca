// wrong: a flag, which a crane that waits for a crate does not see
// rejected by: cranes that wait stop at once as deadlocked
public import Channels

/// A variant of 4.7.
public func workShift(
  cranes: Int, crates: Channel<String>, bell: ReceiveChannel<String>,
  lift: @escaping @Sendable (_ crate: String) async -> Void
) async -> Int {
  let shift = Shift()
  async let _: Void = {
    if await bell.receive() != nil { await shift.end() }
  }()
  return await withTaskGroup(of: Int.self) { group in
    for _ in 1...cranes {
      group.addTask {
        var lifted = 0
        while await !shift.isOver {
          let crate = await crates.receive()
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
  var isOver = false
  func end() { isOver = true }
}
