/// A case of `select` that is ready when an element can be received or the channel is closed.
///
///     Receive(from: arrivals) { ship in … }  // `nil`: closed, or the task was cancelled
///
/// Without a body the value of the case is what was received.
public struct Receive<Element: Sendable, Value, Failure: Error>: SelectPart {
  // Keeps the channel alive, to which the arm has a bare pointer.
  @usableFromInline let storage: ChannelStorage<Element>?
  @usableFromInline let body: (Element?) async throws(Failure) -> Value

  @inlinable init(
    storage: ChannelStorage<Element>?,
    @_implicitSelfCapture _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    self.storage = storage
    self.body = body
  }

  /// Makes a case that receives from `channel`; a channel that is `nil` is never ready.
  ///
  /// - Parameters:
  ///   - channel: Where to receive.
  ///   - body: Runs when this case is chosen, with the element; `nil` when the channel is closed
  ///     and drained, or when the task was cancelled and no `Cancelled` case is there.
  @inlinable public init(
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
  @inlinable public init(
    from channel: ReceiveChannel<Element>?,
    @_implicitSelfCapture _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    self.init(storage: channel?.storage, body)
  }

  /// What this case waits for.
  @inlinable public var arms: ReceiveArm<Element> { ReceiveArm(storage) }

  /// Runs the body with what was received.
  @inlinable public nonisolated(nonsending) func run(
    _ number: Int, after state: ReceiveArm<Element>.State
  ) async throws(Failure) -> Value {
    try await body(state.element)
  }
}

extension Receive where Value == Element?, Failure == Never {
  /// Makes a case whose value is what was received from `channel`.
  ///
  /// - Parameter channel: Where to receive; `nil` is never ready.
  @inlinable public init(from channel: Channel<Element>?) {
    self.init(storage: channel?.storage) { element in element }
  }

  /// Makes a case whose value is what was received from `channel`.
  ///
  /// - Parameter channel: Where to receive; `nil` is never ready.
  @inlinable public init(from channel: ReceiveChannel<Element>?) {
    self.init(storage: channel?.storage) { element in element }
  }
}

extension Receive {
  /// Explains why the sending side of a channel cannot be received from.
  @available(*, unavailable, message: "a SendChannel can only send; receive from the Channel")
  @inlinable public init(
    from channel: SendChannel<Element>?,
    _ body: @escaping (Element?) async throws(Failure) -> Value
  ) {
    self.init(storage: channel?.storage, body)
  }
}
