public import Probe
public import Synchronization

/// The operations when they have to wait, or when a test harness observes them.
extension ChannelStorage {
  /// Sends, waits if it must, and tells the observer, if there is one.
  @inlinable @inline(never)
  nonisolated(nonsending) func sendSlowly(_ element: Element, at place: CallSite) async -> Bool {
    await arrive(.send, at: place)
    var outcome = offer(element)
    if outcome == .waiting {
      let waiter = Waiter(.sending, element: element)
      observed?.willWait(in: operation(.send, at: place))
      await wait(waiter)
      observed?.didWait()
      outcome = waiter.outcome
    }
    if outcome == .closed {
      misuse(.sendOnClosed, in: operation(.send, at: place))
    } else if outcome == .done {
      observed?.note(operation(.send, at: place), value: String(describing: element))
    }
    return outcome == .done
  }

  /// Receives, waits if it must, and tells the observer, if there is one.
  @inlinable @inline(never)
  nonisolated(nonsending) func receiveSlowly(at place: CallSite) async -> Element? {
    await arrive(.receive, at: place)
    let received: Element?
    switch take() {
    case .element(let element): received = element
    case .closed: received = nil
    case .nothing:
      let waiter = Waiter<Element>(.receiving)
      observed?.willWait(in: operation(.receive, at: place))
      await wait(waiter)
      observed?.didWait()
      received = waiter.element
    }
    observed?.note(operation(.receive, at: place), value: received.map { String(describing: $0) })
    return received
  }

  /// Sends if that is possible without waiting.
  @inlinable func trySend(_ element: Element, at place: CallSite) -> Bool {
    check(.send, at: place)
    observed?.synchronousPoint(operation(.send, at: place))
    switch offer(element) {
    case .done:
      observed?.note(operation(.send, at: place), value: String(describing: element))
      return true
    case .closed:
      misuse(.sendOnClosed, in: operation(.send, at: place))
      return false
    case .waiting, .cancelled:
      return false
    }
  }

  /// Receives if that is possible without waiting.
  @inlinable func tryReceive(at place: CallSite) -> Received<Element> {
    check(.receive, at: place)
    observed?.synchronousPoint(operation(.receive, at: place))
    let received = take()
    switch received {
    case .element(let element):
      observed?.note(operation(.receive, at: place), value: String(describing: element))
    case .closed:
      observed?.note(operation(.receive, at: place), value: nil)
    case .nothing: break
    }
    return received
  }

  /// Closes the channel, and wakes every task that waits.
  @inlinable func close(at place: CallSite) {
    check(.close, at: place)
    observed?.synchronousPoint(operation(.close, at: place))
    switch rules.withLock({ $0.close() }) {
    case .closed(let wakeup):
      wakeup.perform()
      observed?.note(operation(.close, at: place), value: nil)
    case .alreadyClosed:
      misuse(.closeOfClosed, in: operation(.close, at: place))
    }
  }

  /// Lets other tasks run first, if the observer wants that.
  @inlinable nonisolated(nonsending) func arrive(
    _ verb: Probe.Operation.Verb, at place: CallSite
  ) async {
    check(verb, at: place)
    if let observed { await observed.schedulingPoint(operation(verb, at: place)) }
  }

  /// Reports a channel that was made under one observer and is used under another one, or under
  /// none.
  @inlinable func check(_ verb: Probe.Operation.Verb, at place: CallSite) {
    if let observed {
      observed.check(operation(verb, at: place))
    } else if origin != nil {
      checkOutside(operation(verb, at: place))
    }
  }

  /// The current observer; never keep it across an `await`, because the thread may change there.
  @inlinable var observed: Observer? { Observer.current }

  /// Names this channel in reports.
  @inlinable var resource: Resource { Resource("channel", ObjectIdentifier(self), origin) }

  /// Names an operation on this channel in reports.
  @inlinable func operation(_ verb: Probe.Operation.Verb, at place: CallSite) -> Probe.Operation {
    Probe.Operation(verb, [resource], at: place)
  }
}
