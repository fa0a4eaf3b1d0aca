public import Probe

/// A case of a select whose channel is locked.
@usableFromInline struct LockedCase {
  /// The number of the case.
  @usableFromInline let number: Int
  /// Whether the case sends or receives.
  @usableFromInline let verb: Probe.Operation.Verb
  /// Orders the locks, so that two selects over the same channels cannot wait for each other.
  @usableFromInline let address: UInt
  /// At index k of the array: the index of the case whose channel is locked as number k.
  @usableFromInline var lockOrder = 0
  /// The rules of the channel, while its lock is held.
  @usableFromInline var rules: UnsafeMutableRawPointer?
  /// The next case on the same channel.
  @usableFromInline var next: Int?
  @usableFromInline var isReady = false
  /// Whether this case waits, or another case on the same channel waits instead.
  @usableFromInline var isWaiting = false

  @inlinable init(_ number: Int, _ verb: Probe.Operation.Verb, address: UInt) {
    self.number = number
    self.verb = verb
    self.address = address
  }
}

extension SelectCases {
  /// Runs `body` while this select holds the locks of all its channels.
  ///
  /// Only the locks follow the order of addresses. `body` gets the cases in the order in which they
  /// are written, because a schedule's choice must not depend on where a channel is in memory.
  @inlinable func holdingAllLocks(
    _ body: (UnsafeMutableBufferPointer<LockedCase>) -> Int?
  ) -> Int? {
    // On the stack, unless there are very many cases: a select that is ready must not allocate.
    withUnsafeTemporaryAllocation(of: LockedCase.self, capacity: count) { room in
      var result: Int?
      let cases = UnsafeMutableBufferPointer(rebasing: room[..<fill(room)])
      lock(cases, from: 0) { result = body(cases) }
      return result
    }
  }

  /// Puts all channel cases into `room`, in order, and returns how many there are.
  ///
  /// Their `lockOrder` is set so that cases on one channel are locked together and in order.
  @inlinable func fill(_ room: UnsafeMutableBufferPointer<LockedCase>) -> Int {
    var end = 0
    for number in 0..<count {
      guard case .channel(let verb, let address) = event(number) else { continue }
      room.initializeElement(at: end, to: LockedCase(number, verb, address: address))
      var place = end
      while place > 0, room[room[place - 1].lockOrder].address > address {
        room[place].lockOrder = room[place - 1].lockOrder
        place -= 1
      }
      room[place].lockOrder = end
      end += 1
    }
    return end
  }

  /// Locks the channels from `index` on, one inside another, and runs `body` inside all of them.
  @inlinable func lock(
    _ cases: UnsafeMutableBufferPointer<LockedCase>, from index: Int, _ body: () -> Void
  ) {
    guard index < cases.count else { return body() }
    let current = cases[index].lockOrder
    if index > 0 {
      let previous = cases[index - 1].lockOrder
      if cases[previous].address == cases[current].address {
        cases[current].rules = cases[previous].rules
        cases[previous].next = current
        return lock(cases, from: index + 1, body)
      }
    }
    withLock(cases[current].number) { rules in
      cases[current].rules = rules
      lock(cases, from: index + 1, body)
    }
  }
}
