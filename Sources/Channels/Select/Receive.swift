/// A case of `select` that is ready when an element can be received or the channel is closed.
///
///     Receive(from: arrivals) { ship in … }  // `nil`: closed, or the task was cancelled
///
/// Without a body the value of the case is what was received.
public struct Receive<Element: Sendable, Value, Failure: Error>: __ChannelCase {
  /// The direction.
  @inlinable public static var _isSend: Bool { false }
  /// The channel.
  public let _channel: __CaseChannel<Element>
  @usableFromInline let body: (Element?) async throws(Failure) -> Value

  /// Makes a case that receives from `channel`; a channel that is `nil` is never ready.
  ///
  /// - Parameters:
  ///   - channel: Where to receive.
  ///   - body: Runs when this case is chosen, with the element; `nil` when the channel is closed
  ///     and drained, or when the task was cancelled and there is no `Cancelled` case.
  @inlinable public init(
    from channel: ReceiveChannel<Element>?,
    @_implicitSelfCapture _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    _channel = __CaseChannel(channel?.storage)
    self.body = body
  }

  /// Makes a case that receives from `channel`; a channel that is `nil` is never ready.
  ///
  /// - Parameters:
  ///   - channel: Where to receive.
  ///   - body: Runs when this case is chosen, with the element; `nil` when the channel is closed
  ///     and drained, or when the task was cancelled and there is no `Cancelled` case.
  @inlinable public init(
    from channel: Channel<Element>?,
    @_implicitSelfCapture _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    self.init(from: channel?.receiveOnly, body)
  }

  /// Nothing has been received yet.
  @inlinable public var _initialState: __ChannelState<Element> { __ChannelState() }

  /// Runs the body with what was received.
  @inlinable public nonisolated(nonsending) func _run(
    _ number: Int, after state: __ChannelState<Element>
  ) async throws(Failure) -> Value {
    try await body(state.element)
  }
}

extension Receive where Value == Element?, Failure == Never {
  /// Makes a case whose value is what was received from `channel`.
  ///
  /// - Parameter channel: Where to receive; `nil` is never ready.
  @inlinable public init(from channel: Channel<Element>?) {
    self.init(from: channel) { element in element }
  }

  /// Makes a case whose value is what was received from `channel`.
  ///
  /// - Parameter channel: Where to receive; `nil` is never ready.
  @inlinable public init(from channel: ReceiveChannel<Element>?) {
    self.init(from: channel) { element in element }
  }
}

extension Receive {
  /// Explains why the sending side of a channel cannot be received from.
  @available(*, unavailable, message: "a SendChannel can only send; receive from the Channel")
  public init(
    from channel: SendChannel<Element>?,
    _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    self.init(from: Channel?.none, body)
  }
}
