public import Probe

/// The records of all cases of a select, in source order.
@usableFromInline typealias CaseRecords = UnsafeMutableBufferPointer<__CaseRecord>

extension CaseRecords {
  /// The number of the first case that satisfies `isWanted`.
  @inlinable func first(where isWanted: (Int) -> Bool) -> Int? {
    for number in indices where isWanted(number) { return number }
    return nil
  }

  /// The first `Cancelled` case.
  @inlinable var cancellation: Int? {
    first { if case .cancellation = self[$0].event { true } else { false } }
  }

  /// The first `Default` case.
  @inlinable var nothingElse: Int? {
    first { if case .nothingElse = self[$0].event { true } else { false } }
  }

  /// Draws one of the cases that are candidates; all are equally likely.
  ///
  /// They are counted in source order, so that a schedule chooses the same case in every run.
  @inlinable func draw(where isCandidate: (Int) -> Bool) -> Int? {
    var candidates = 0
    for number in indices where isCandidate(number) { candidates += 1 }
    guard candidates > 0 else { return nil }
    var place = random(below: candidates)
    return first { number in
      guard isCandidate(number) else { return false }
      place -= 1
      return place < 0
    }
  }

  /// Orders the locks by address, so that two selects cannot wait for each other's locks.
  ///
  /// The cases keep their order: a schedule's choice must not depend on where a channel is in
  /// memory.
  @usableFromInline func sortLocks() {
    func address(_ number: Int) -> UInt { UInt(bitPattern: self[number].channel) }
    for number in indices {
      var place = number
      while place > 0, address(self[place - 1].lockOrder) > address(number) {
        self[place].lockOrder = self[place - 1].lockOrder
        place -= 1
      }
      self[place].lockOrder = number
    }
  }

  /// Tells the observer that the task waits, and starts the timers.
  @usableFromInline func startWaiting(_ claim: SelectClaim, at place: CallSite) {
    if let observer = Observer.current {
      observer.willWait(in: operation(at: place))
    } else if contains(where: { $0.origin != nil }) {
      checkOutside(operation(at: place))
    }
    for number in indices {
      if case .after(let delay) = self[number].event {
        claim.timers.start(delay, number, for: claim)
      }
    }
  }

  /// Describes this select in reports.
  @usableFromInline func operation(at place: CallSite) -> Probe.Operation {
    Operation(.select, compactMap(\.resource), at: place)
  }
}
