public import Probe
public import Synchronization

/// The part of a channel that locks and suspends; `Channel` and its two directions share it.
@usableFromInline final class ChannelStorage<Element: Sendable>: Sendable {
  @usableFromInline let rules: Mutex<ChannelRules<Element>>
  @usableFromInline let capacity: Int
  /// Where the channel was made; only known when that was under an observer.
  @usableFromInline let origin: Origin?

  /// Makes an open, empty channel.
  @inlinable init(capacity: Int, madeAt place: Place) {
    self.capacity = capacity
    rules = Mutex(ChannelRules(capacity: capacity))
    origin = Origin.current(place)
  }

  /// The number of elements in the buffer.
  @inlinable var count: Int { rules.withLock { $0.buffer.count } }

  /// Sends without waiting; `waiting` says that it would have to.
  @inlinable func offer(_ element: Element) -> Outcome {
    switch rules.withLock({ $0.arrive(sending: element) }) {
    case .taken(let wakeup):
      wakeup.perform()
      return .done
    case .closed: return .closed
    case .wouldWait: return .waiting
    }
  }

  /// Receives without waiting.
  @inlinable func take() -> Received<Element> {
    switch rules.withLock({ $0.arriveReceiving() }) {
    case .element(let element, let wakeup):
      wakeup.perform()
      return .element(element)
    case .closed: return .closed
    case .wouldWait: return .nothing
    }
  }

  /// Sends, and waits if it must; says whether the element was taken.
  @inlinable nonisolated(nonsending) func send(_ element: Element, at place: Place) async -> Bool {
    // The usual case pays for one look at the observer and for one lock.
    if Observer.current == nil, offer(element) == .done { return true }
    return await sendSlowly(element, at: place)
  }

  /// Receives, and waits if it must; returns `nil` when closed or cancelled.
  @inlinable nonisolated(nonsending) func receive(at place: Place) async -> Element? {
    if Observer.current == nil {
      switch take() {
      case .element(let element): return element
      case .closed: return nil
      case .nothing: break
      }
    }
    return await receiveSlowly(at: place)
  }

  /// Suspends the task until `waiter` is served, closed or cancelled.
  @inlinable nonisolated(nonsending) func wait(_ waiter: Waiter<Element>) async {
    await suspend { continuation in
      waiter.continuation = continuation
      rules.withLock { $0.arrive(waiter) }.perform()
      // The handler may have run before the waiter was there to be found.
      if Task.isCancelled { leave(waiter) }
    } onCancel: {
      leave(waiter)
    }
  }

  /// Ends the wait of a cancelled task, unless it has ended already.
  @inlinable func leave(_ waiter: Waiter<Element>) {
    rules.withLock { $0.leave(waiter) }.perform()
  }
}
