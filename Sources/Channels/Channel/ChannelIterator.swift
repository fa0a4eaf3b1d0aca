public import Probe

/// Receives from a channel until it is closed and drained; `for await` uses it.
public struct ChannelIterator<Element: Sendable>: AsyncIteratorProtocol, Sendable {
  /// A channel never throws.
  public typealias Failure = Never

  @usableFromInline let storage: ChannelStorage<Element>

  @inlinable init(_ storage: ChannelStorage<Element>) { self.storage = storage }

  /// Receives the next element, waiting for one if there is none.
  ///
  /// - Returns: `nil` once the channel is closed and drained, or when the task was cancelled
  ///   while it waited; the loop ends then.
  @inlinable public nonisolated(nonsending) func next() async -> Element? {
    await storage.receive(at: .loop)
  }

  /// Receives the next element on the actor that the loop runs on.
  ///
  /// - Parameter actor: The caller's actor.
  /// - Returns: What `next()` returns.
  @inlinable public func next(isolation actor: isolated (any Actor)?) async -> Element? {
    await storage.receive(at: .loop)
  }
}

extension CallSite {
  /// The place of a `for await` loop; the language does not provide its line.
  @usableFromInline static var loop: CallSite { CallSite("for await", 0) }
}

extension Channel: AsyncSequence {
  /// A channel never throws.
  public typealias Failure = Never

  /// Starts a loop over the elements that are still to be received.
  ///
  /// Several loops over one channel share its elements: each element goes to one of the loops.
  ///
  /// Go: `for element := range channel`.
  ///
  /// - Returns: An iterator that ends when the channel is closed and drained.
  @inlinable public func makeAsyncIterator() -> ChannelIterator<Element> {
    ChannelIterator(storage)
  }
}

extension ReceiveChannel: AsyncSequence {
  /// A channel never throws.
  public typealias Failure = Never

  /// Starts a loop over the elements that are still to be received.
  ///
  /// - Returns: An iterator that ends when the channel is closed and drained.
  @inlinable public func makeAsyncIterator() -> ChannelIterator<Element> {
    ChannelIterator(storage)
  }
}
