import Testing

@testable import Channels

/// What can happen at a channel; each is an event of the rules.
private enum Event: CaseIterable {
  case offer, take, send, receive, leaveFirst, leaveLast, close
  /// A select that sends or receives is enqueued, if it must wait; another of its cases wins.
  case selectSend, selectReceive, lose

  static let plain: [Event] = [.offer, .take, .send, .receive, .leaveFirst, .leaveLast, .close]
}

/// The rules and the naive model side by side, after a sequence of events.
private struct Comparison: ~Copyable {
  private var rules: ChannelRules<Int>
  private var model: NaiveChannel
  private var waiters: [Waiter<Int>] = []
  private var difference: String?

  init(capacity: Int) {
    rules = ChannelRules(capacity: capacity)
    model = NaiveChannel(capacity: capacity)
  }

  /// Lets `event` happen in both; `false` when there is nobody whom it could happen to.
  mutating func apply(_ event: Event) -> Bool {
    switch event {
    case .offer: offer()
    case .take: take()
    case .send: arrive(.sending)
    case .receive: arrive(.receiving)
    case .leaveFirst:
      guard let place = model.line.firstIndex(where: { !$0.isGhost }) else { return false }
      leave(place)
    case .leaveLast:
      guard let place = model.line.lastIndex(where: { !$0.isGhost }), place > 0 else {
        return false
      }
      leave(place)
    case .close: close()
    case .selectSend: return enqueue(.sending)
    case .selectReceive: return enqueue(.receiving)
    case .lose: return lose()
    }
    return true
  }

  /// What differs between the rules and the model, or which invariant is broken.
  mutating func findDifference() -> String? {
    if let difference { return difference }
    if let broken = rules.findBrokenInvariant() { return broken }
    if rules.buffer.count != model.buffer.count { return "the buffer has \(rules.buffer.count)" }
    if rules.isClosed != model.isClosed { return "closed: \(rules.isClosed)" }
    for (number, waiter) in waiters.enumerated() where end(of: waiter) != model.ends[number] {
      return "waiter \(number): \(end(of: waiter)), expected \(model.ends[number])"
    }
    return nil
  }

  /// The same for what only a look that may drop ghosts can tell.
  mutating func findDifferenceInReadiness() -> String? {
    if rules.isReadyToSend() != model.isReadyToSend { return "ready to send" }
    if rules.isReadyToReceive() != model.isReadyToReceive { return "ready to receive" }
    return nil
  }

  private func end(of waiter: Waiter<Int>) -> NaiveChannel.End {
    switch waiter.outcome {
    case .waiting: .waits
    case .done: .done(waiter.role == .receiving ? waiter.element ?? -1 : waiter.caseNumber)
    case .closed: .closed
    case .cancelled: .cancelled
    }
  }

  private mutating func offer() {
    let expected = model.offer(100)
    let found: NaiveChannel.End? =
      switch rules.arrive(sending: 100) {
      case .taken(let wakeup): told(wakeup, .done(100))
      case .closed: .closed
      case .wouldWait: nil
      }
    compare("offer", found, expected)
  }

  private mutating func take() {
    let expected = model.take()
    let found: NaiveChannel.End? =
      switch rules.arriveReceiving() {
      case .element(let element, let wakeup): told(wakeup, .done(element))
      case .closed: .closed
      case .wouldWait: nil
      }
    compare("take", found, expected)
  }

  private mutating func arrive(_ role: Waiter<Int>.Role) {
    let number = waiters.count
    let waiter = Waiter(role, element: role == .sending ? number : nil, caseNumber: number)
    waiters.append(waiter)
    model.ends.append(.waits)
    if let end = role == .sending ? model.offer(number) : model.take() {
      model.ends[number] = end
    } else {
      model.line.append(.init(number: number, isSender: role == .sending))
    }
    note(rules.arrive(waiter))
  }

  /// A select of one case looks, and is enqueued if it must wait.
  private mutating func enqueue(_ role: Waiter<Int>.Role) -> Bool {
    if let difference = findDifferenceInReadiness() { self.difference = difference }
    guard role == .sending ? !model.isReadyToSend : !model.isReadyToReceive else { return false }
    let number = waiters.count
    let claim = SelectClaim()
    let waiter = Waiter(
      role, element: role == .sending ? number : nil, of: claim, caseNumber: number)
    waiters.append(waiter)
    model.ends.append(.waits)
    model.line.append(.init(number: number, isSender: role == .sending, isSelect: true))
    rules.enqueue(waiter)
    return true
  }

  private mutating func lose() -> Bool {
    guard let place = model.line.firstIndex(where: { $0.isSelect && !$0.isGhost }) else {
      return false
    }
    model.line[place].isGhost = true
    if waiters[model.line[place].number].selectClaim?.win(-7) != true { difference = "no claim" }
    return true
  }

  private mutating func leave(_ place: Int) {
    let number = model.line.remove(at: place).number
    model.ends[number] = .cancelled
    let wakeup = rules.leave(waiters[number])
    if wakeup.first !== waiters[number] { difference = "who leaves is not woken" }
    note(wakeup)
    if rules.leave(waiters[number]).first != nil { difference = "who left leaves again" }
  }

  private mutating func close() {
    let expected = model.close()
    switch rules.close() {
    case .closed(let wakeup):
      if !expected { difference = "closed twice" }
      note(wakeup)
    case .alreadyClosed:
      if expected { difference = "not closed" }
    }
  }

  private mutating func told(_ wakeup: Wakeup<Int>, _ end: NaiveChannel.End) -> NaiveChannel.End {
    note(wakeup)
    return end
  }

  /// Whoever is woken must have been told why, and must not be woken again.
  private mutating func note(_ wakeup: Wakeup<Int>) {
    var waiter = wakeup.first
    while let current = waiter {
      if current.outcome == .waiting { difference = "woken without a reason" }
      if current.isQueued { difference = "woken while still in line" }
      if !woken.insert(ObjectIdentifier(current)).inserted { difference = "woken twice" }
      waiter = current.next.take()
    }
  }

  private var woken: Set<ObjectIdentifier> = []

  /// Everyone who need not wait any more has been woken.
  func findSleeper() -> String? {
    for (number, waiter) in waiters.enumerated()
    where waiter.outcome != .waiting && !woken.contains(ObjectIdentifier(waiter)) {
      return "waiter \(number) is not woken"
    }
    return nil
  }

  private mutating func compare(
    _ event: String, _ found: NaiveChannel.End?, _ expected: NaiveChannel.End?
  ) {
    if found != expected {
      difference = "\(event): \(String(describing: found)), not \(String(describing: expected))"
    }
  }
}

@Suite("every short sequence of events") struct EverySequenceTests {
  @Test(arguments: [0, 1, 2])
  func `six plain events do what the model does`(capacity: Int) async {
    let result = await explore(Event.plain, length: 6, capacity: capacity)
    #expect(result.difference == nil)
    #expect(result.sequences > 20_000)
  }

  @Test(arguments: [0, 1, 2])
  func `six events with selects do what the model does`(capacity: Int) async {
    let result = await explore(Event.allCases, length: 6, capacity: capacity)
    #expect(result.difference == nil)
    #expect(result.sequences > 50_000)
  }

  /// Runs every sequence of `length` events, and so all shorter ones on the way.
  private func explore(
    _ alphabet: [Event], length: Int, capacity: Int
  ) async -> (sequences: Int, difference: String?) {
    var sequences = 0
    var sequence = Array(repeating: 0, count: length)
    while true {
      var comparison = Comparison(capacity: capacity)
      var place = 0
      while place < length, comparison.apply(alphabet[sequence[place]]) {
        place += 1
        if let difference = comparison.findDifference() ?? comparison.findSleeper() {
          return (sequences, "\(difference) after \(sequence[..<place].map { alphabet[$0] })")
        }
      }
      if let difference = comparison.findDifferenceInReadiness() {
        return (sequences, "\(difference) after \(sequence[..<place].map { alphabet[$0] })")
      }
      sequences += 1
      // Other tests need the threads, too, and some wait in real time for what runs there.
      if sequences.isMultiple(of: 256) { await Task.yield() }
      // The next sequence: what comes after an event that could not happen is skipped.
      var last = min(place, length - 1)
      while last >= 0, sequence[last] == alphabet.count - 1 { last -= 1 }
      if last < 0 { return (sequences, nil) }
      sequence[last] += 1
      for later in sequence.index(after: last)..<length { sequence[later] = 0 }
    }
  }
}
