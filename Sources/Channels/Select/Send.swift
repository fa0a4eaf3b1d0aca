/// A case of `select` that is ready when its element can be taken.
///
///     Send(crate, to: ship) { print("on board") }
///
/// The element is taken when this case is chosen, and only then.
public struct Send<Element: Sendable, Value, Failure: Error>: __ChannelCase {
  /// The direction.
  @inlinable public static var _isSend: Bool { true }
  /// The channel.
  public let _channel: __CaseChannel<Element>
  @usableFromInline let element: Element
  @usableFromInline let body: () async throws(Failure) -> Value

  /// Makes a case that sends to `channel`; a channel that is `nil` is never ready.
  ///
  /// - Parameters:
  ///   - element: What to send; evaluated once, when the select begins.
  ///   - channel: Where to send.
  ///   - body: Runs when this case is chosen, after the element was taken.
  /// - Precondition: The channel is open when this case is chosen ("send on closed channel").
  @inlinable public init(
    _ element: Element, to channel: SendChannel<Element>?,
    @_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value
  ) {
    _channel = __CaseChannel(channel?.storage)
    self.element = element
    self.body = body
  }

  /// Makes a case that sends to `channel`; a channel that is `nil` is never ready.
  ///
  /// - Parameters:
  ///   - element: What to send; evaluated once, when the select begins.
  ///   - channel: Where to send.
  ///   - body: Runs when this case is chosen, after the element was taken.
  /// - Precondition: The channel is open when this case is chosen ("send on closed channel").
  @inlinable public init(
    _ element: Element, to channel: Channel<Element>?,
    @_implicitSelfCapture _ body: @escaping () async throws(Failure) -> Value
  ) {
    self.init(element, to: channel?.sendOnly, body)
  }

  /// Nothing has been sent yet.
  @inlinable public var _initialState: __ChannelState<Element> { __ChannelState(element: element) }

  /// Runs the body, after the element was taken.
  @inlinable public nonisolated(nonsending) func _run(
    _ number: Int, after state: __ChannelState<Element>
  ) async throws(Failure) -> Value {
    try await body()
  }
}

extension Send where Value == Void, Failure == Never {
  /// Makes a case that sends to `channel` and has no body.
  ///
  /// - Parameters:
  ///   - element: What to send; evaluated once, when the select begins.
  ///   - channel: Where to send; `nil` is never ready.
  /// - Precondition: The channel is open when this case is chosen ("send on closed channel").
  @inlinable public init(_ element: Element, to channel: Channel<Element>?) {
    self.init(element, to: channel) {}
  }

  /// Makes a case that sends to `channel` and has no body.
  ///
  /// - Parameters:
  ///   - element: What to send; evaluated once, when the select begins.
  ///   - channel: Where to send; `nil` is never ready.
  /// - Precondition: The channel is open when this case is chosen ("send on closed channel").
  @inlinable public init(_ element: Element, to channel: SendChannel<Element>?) {
    self.init(element, to: channel) {}
  }
}

extension Send {
  /// Explains why the receiving side of a channel cannot be sent to.
  @available(*, unavailable, message: "a ReceiveChannel can only receive; send to the Channel")
  public init(
    _ element: Element, to channel: ReceiveChannel<Element>?,
    _ body: @escaping () async throws(Failure) -> Value
  ) {
    self.init(element, to: Channel?.none, body)
  }
}
