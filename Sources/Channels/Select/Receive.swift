/// A case of `select` that is ready when an element can be received or the channel is closed.
///
///     Receive(from: arrivals) { ship in … }  // `nil`: closed, or the task was cancelled
///
/// Without a body the value of the case is what was received.
public struct Receive<Value, Failure: Error> {
  @usableFromInline let cases: SelectCases<Value, Failure>

  @inlinable init<Element: Sendable>(
    storage: ChannelStorage<Element>?,
    @_implicitSelfCapture _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    let arm = storage.map { ChannelArm(.receiving, $0) }
    let event = arm.map { SelectEvent.channel($0) } ?? .never
    cases = SelectCases([
      SelectCase(event, running: { () async throws(Failure) in try await body(arm?.element) })
    ])
  }

  /// Makes a case that receives from `channel`; a channel that is `nil` is never ready.
  ///
  /// - Parameters:
  ///   - channel: Where to receive.
  ///   - body: Runs when this case is chosen, with the element; `nil` when the channel is closed
  ///     and drained, or when the task was cancelled and no `Cancelled` case is there.
  @inlinable public init<Element: Sendable>(
    from channel: Channel<Element>?,
    @_implicitSelfCapture _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    self.init(storage: channel?.storage, body)
  }

  /// Makes a case that receives from `channel`; a channel that is `nil` is never ready.
  ///
  /// - Parameters:
  ///   - channel: Where to receive.
  ///   - body: Runs when this case is chosen, with the element; `nil` when the channel is closed
  ///     and drained, or when the task was cancelled and no `Cancelled` case is there.
  @inlinable public init<Element: Sendable>(
    from channel: ReceiveChannel<Element>?,
    @_implicitSelfCapture _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    self.init(storage: channel?.storage, body)
  }
}

extension Receive where Failure == Never {
  /// Makes a case whose value is what was received from `channel`.
  ///
  /// - Parameter channel: Where to receive; `nil` is never ready.
  @inlinable public init<Element: Sendable>(from channel: Channel<Element>?)
  where Value == Element? {
    self.init(storage: channel?.storage) { element in element }
  }

  /// Makes a case whose value is what was received from `channel`.
  ///
  /// - Parameter channel: Where to receive; `nil` is never ready.
  @inlinable public init<Element: Sendable>(from channel: ReceiveChannel<Element>?)
  where Value == Element? {
    self.init(storage: channel?.storage) { element in element }
  }
}

extension Receive {
  /// Explains why the sending side of a channel cannot be received from.
  @available(*, unavailable, message: "a SendChannel can only send; receive from the Channel")
  @inlinable public init<Element: Sendable>(
    from channel: SendChannel<Element>?,
    _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    self.init(storage: channel?.storage, body)
  }
}
