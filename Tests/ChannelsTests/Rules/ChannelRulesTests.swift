import Testing

@testable import Channels

/// Plain words for what an event returned, so that expectations read like the rules.
private func word(_ offer: ChannelRules<Int>.Offer) -> String {
  switch offer {
  case .taken(let wakeup): wakeup.first == nil ? "taken" : "taken by a waiter"
  case .closed: "closed"
  case .wouldWait: "would wait"
  }
}

private func word(_ supply: ChannelRules<Int>.Supply) -> String {
  switch supply {
  case .element(let element, let wakeup):
    let woken = wakeup.first
    return woken == nil ? "\(element)" : "\(element), wakes"
  case .closed: return "closed"
  case .wouldWait: return "would wait"
  }
}

@Suite("rules of a channel") struct ChannelRulesTests {
  @Test(arguments: [0, 1, 3]) func `a buffer takes as many as its capacity`(capacity: Int) {
    var rules = ChannelRules<Int>(capacity: capacity)
    for element in 0..<capacity { #expect(word(rules.arrive(sending: element)) == "taken") }
    #expect(word(rules.arrive(sending: 9)) == "would wait")
    for element in 0..<capacity { #expect(word(rules.arriveReceiving()) == "\(element)") }
    #expect(word(rules.arriveReceiving()) == "would wait")
  }

  @Test func `receivers are served in order of arrival`() {
    var rules = ChannelRules<Int>(capacity: 0)
    let first = Waiter<Int>(.receiving)
    let second = Waiter<Int>(.receiving)
    _ = rules.arrive(first).first
    _ = rules.arrive(second).first

    #expect(word(rules.arrive(sending: 1)) == "taken by a waiter")
    #expect(first.element == 1)
    #expect(second.element == nil)
    #expect(word(rules.arrive(sending: 2)) == "taken by a waiter")
    #expect(second.element == 2)
  }

  @Test func `a free place goes to the sender that waits the longest`() {
    var rules = ChannelRules<Int>(capacity: 1)
    _ = word(rules.arrive(sending: 1))
    let first = Waiter(.sending, element: 2)
    let second = Waiter(.sending, element: 3)
    _ = rules.arrive(first).first
    _ = rules.arrive(second).first

    #expect(word(rules.arriveReceiving()) == "1, wakes")
    #expect(first.outcome == .done)
    #expect(second.outcome == .waiting)
    #expect(word(rules.arriveReceiving()) == "2, wakes")
    #expect(word(rules.arriveReceiving()) == "3")
  }

  @Test func `who leaves is passed over`() {
    var rules = ChannelRules<Int>(capacity: 0)
    let waiters = (0..<3).map { _ in Waiter<Int>(.receiving) }
    for waiter in waiters { _ = rules.arrive(waiter).first }

    #expect(rules.leave(waiters[1]).first === waiters[1])
    #expect(rules.leave(waiters[1]).first == nil, "leaving twice wakes nobody")
    _ = word(rules.arrive(sending: 1))
    _ = word(rules.arrive(sending: 2))

    #expect(waiters.map(\.element) == [1, nil, 2])
    #expect(rules.receivers.isEmpty)
  }

  @Test func `close lets everyone go, in order`() {
    var rules = ChannelRules<Int>(capacity: 0)
    let waiters = (0..<3).map { _ in Waiter<Int>(.receiving) }
    for waiter in waiters { _ = rules.arrive(waiter).first }

    guard case .closed(let wakeup) = rules.close() else {
      Issue.record("the channel was open")
      return
    }

    #expect(wakeup.first === waiters[0])
    #expect(waiters[0].next === waiters[1])
    #expect(waiters[1].next === waiters[2])
    #expect(waiters.allSatisfy { $0.outcome == .closed })
    #expect(word(rules.arriveReceiving()) == "closed")
    #expect(word(rules.arrive(sending: 1)) == "closed")
  }

  @Test func `what is in the buffer outlives the close`() {
    var rules = ChannelRules<Int>(capacity: 2)
    _ = word(rules.arrive(sending: 1))
    _ = rules.close()
    #expect(word(rules.arriveReceiving()) == "1")
    #expect(word(rules.arriveReceiving()) == "closed")
  }

  @Test func `a waiter whose select has chosen is passed over`() {
    var rules = ChannelRules<Int>(capacity: 0)
    let claim = SelectClaim()
    let waiter = Waiter<Int>(.receiving, of: claim, caseNumber: 0)
    rules.enqueue(waiter)
    #expect(claim.win(1))

    #expect(word(rules.arrive(sending: 1)) == "would wait")
    #expect(rules.receivers.isEmpty)
    #expect(waiter.element == nil)
  }
}

private func word(_ change: WaitGroupRules.Change) -> String {
  switch change {
  case .counted(let wakeup): wakeup.first == nil ? "counted" : "released"
  case .negative: "negative"
  }
}

@Suite("rules of a wait group") struct WaitGroupRulesTests {
  @Test func `only zero releases`() {
    var rules = WaitGroupRules()
    let waiter = Waiter<Never>(.receiving)
    #expect(word(rules.add(2)) == "counted")
    #expect(rules.arrive(waiter).first == nil)

    #expect(word(rules.add(-1)) == "counted")
    #expect(word(rules.add(-1)) == "released")
    #expect(waiter.outcome == .done)
  }

  @Test func `a negative counter is refused and changes nothing`() {
    var rules = WaitGroupRules()
    #expect(word(rules.add(1)) == "counted")
    #expect(word(rules.add(-2)) == "negative")
    #expect(rules.counter == 1)
  }
}
