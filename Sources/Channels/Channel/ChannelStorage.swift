public import Probe
public import Synchronization

/// Does the locking and suspending of a channel; `Channel` and its two directions share it.
@usableFromInline final class ChannelStorage<Element: Sendable>: Sendable {
  @usableFromInline let rules: Mutex<ChannelRules<Element>>
  @usableFromInline let capacity: Int
  /// Where the channel was made; `nil` when no observer was installed at that time.
  @usableFromInline let origin: Origin?

  /// Makes an open, empty channel.
  @inlinable init(capacity: Int, madeAt place: CallSite) {
    self.capacity = capacity
    rules = Mutex(ChannelRules(capacity: capacity))
    origin = Origin.current(place)
  }

  /// The number of elements in the buffer.
  @inlinable var count: Int {
    observed?.looks(at: resource)
    return rules.withLock { $0.buffer.count }
  }

  /// Sends without waiting; returns `waiting` if it would have to wait.
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

  /// Sends, and waits if it must; returns whether the element was taken.
  @inlinable nonisolated(nonsending) func send(_ element: Element, at place: CallSite) async -> Bool
  {
    // The usual case costs two checks for an observer and one lock.
    if Observer.current == nil, origin == nil, offer(element) == .done { return true }
    return await sendSlowly(element, at: place)
  }

  /// Receives, and waits if it must; returns `nil` when closed or cancelled.
  @inlinable nonisolated(nonsending) func receive(at place: CallSite) async -> Element? {
    if Observer.current == nil, origin == nil {
      switch take() {
      case .element(let element): return element
      case .closed: return nil
      case .nothing: break
      }
    }
    return await receiveSlowly(at: place)
  }

  /// Suspends the task until `waiter` is served or cancelled, or the channel is closed.
  @inlinable nonisolated(nonsending) func wait(_ waiter: Waiter<Element>) async {
    await suspend { continuation in
      waiter.continuation = continuation
      rules.withLock { $0.arrive(waiter) }.perform()
      // The handler may have run before the waiter was in the queue.
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
