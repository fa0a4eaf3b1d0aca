public import Probe

/// A case of a select whose channel is locked.
@usableFromInline struct LockedArm {
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
  /// Whether this case waits, or another one on the same channel waits in its place.
  @usableFromInline var isWaiting = false

  @inlinable init(_ number: Int, _ verb: Probe.Operation.Verb, address: UInt) {
    self.number = number
    self.verb = verb
    self.address = address
  }
}

extension SelectArms {
  /// Runs `body` while this select holds the locks of all its channels.
  ///
  /// Only the locks follow the order of addresses. `body` gets the cases in the order in which they
  /// are written: what the schedule chooses must not depend on where a channel is in memory.
  @inlinable func holdingAllLocks(
    _ body: (UnsafeMutableBufferPointer<LockedArm>) -> Int?
  ) -> Int? {
    // On the stack, unless there are very many cases.
    withUnsafeTemporaryAllocation(of: LockedArm.self, capacity: count) { room in
      var result: Int?
      let arms = UnsafeMutableBufferPointer(rebasing: room[..<fill(room)])
      lock(arms, from: 0) { result = body(arms) }
      return result
    }
  }

  /// Puts all channel cases into `room`, in order, and returns how many there are.
  ///
  /// Their `lockOrder` is set so that cases on one channel are locked together and in order.
  @inlinable func fill(_ room: UnsafeMutableBufferPointer<LockedArm>) -> Int {
    var end = 0
    for number in 0..<count {
      guard case .channel(let verb, let address) = event(number) else { continue }
      room.initializeElement(at: end, to: LockedArm(number, verb, address: address))
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

  /// Locks the channels from `index` on, one inside another, and runs `body` in the middle.
  @inlinable func lock(
    _ arms: UnsafeMutableBufferPointer<LockedArm>, from index: Int, _ body: () -> Void
  ) {
    guard index < arms.count else { return body() }
    let current = arms[index].lockOrder
    if index > 0 {
      let previous = arms[index - 1].lockOrder
      if arms[previous].address == arms[current].address {
        arms[current].rules = arms[previous].rules
        arms[previous].next = current
        return lock(arms, from: index + 1, body)
      }
    }
    withLock(arms[current].number) { rules in
      arms[current].rules = rules
      lock(arms, from: index + 1, body)
    }
  }
}
