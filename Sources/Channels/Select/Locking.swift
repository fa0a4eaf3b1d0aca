/// The arm of a select whose channel is locked.
@usableFromInline struct LockedArm {
  /// The number of the case.
  @usableFromInline let number: Int
  /// Orders the locks, so that two selects over the same channels cannot wait for each other.
  @usableFromInline let address: UInt
  /// The rules of the channel, while its lock is held.
  @usableFromInline var rules: UnsafeMutableRawPointer?
  @usableFromInline var isReady = false

  @inlinable init(number: Int, address: UInt) {
    self.number = number
    self.address = address
  }
}

extension SelectArms {
  /// Runs `body` while this select holds the locks of all its channels.
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

  /// Puts all channel cases into `room`, those of one channel together and in order, and says how
  /// many there are.
  @inlinable func fill(_ room: UnsafeMutableBufferPointer<LockedArm>) -> Int {
    var end = 0
    for number in 0..<count {
      guard case .channel(_, let address) = event(number) else { continue }
      var place = end
      while place > 0, room[place - 1].address > address {
        room.initializeElement(at: place, to: room[place - 1])
        place -= 1
      }
      room.initializeElement(at: place, to: LockedArm(number: number, address: address))
      end += 1
    }
    return end
  }

  /// Locks the channels from `index` on, one inside another, and runs `body` in the middle.
  @inlinable func lock(
    _ arms: UnsafeMutableBufferPointer<LockedArm>, from index: Int, _ body: () -> Void
  ) {
    guard index < arms.count else { return body() }
    if index > 0, arms[index - 1].address == arms[index].address {
      arms[index].rules = arms[index - 1].rules
      return lock(arms, from: index + 1, body)
    }
    withLock(arms[index].number) { rules in
      arms[index].rules = rules
      lock(arms, from: index + 1, body)
    }
  }
}
