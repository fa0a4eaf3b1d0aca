public import Probe

/// A pipe between tasks: each element is received by only one task.
///
///     let greetings = Channel<String>()
///     let sender = Task { await greetings.send("ahoy") }
///     let greeting = await greetings.receive()  // "ahoy"
///     await sender.value
///
/// Without a capacity, a send waits until its element is received: the two tasks meet. With a
/// capacity, a send waits only while the buffer is full. First come, first served: elements arrive
/// in the order of the sends, and tasks that wait are served in the order of their arrival.
///
/// The side that sends closes the channel after its last element. You need not close a channel to
/// release it. Any task may call any operation at any time.
///
/// Like a channel in Go (`make(chan T, capacity)`); see "Channel types" in the Go specification.
public final class Channel<Element: Sendable>: Sendable {
  @usableFromInline let storage: ChannelStorage<Element>

  /// Makes an open, empty channel.
  ///
  /// - Parameters:
  ///   - capacity: How many elements the buffer holds; 0 makes every send wait for its receiver.
  ///   - fileID: The file to name in reports as the place where the channel was made.
  ///   - line: The line in that file.
  /// - Precondition: `capacity` is not negative.
  /// - Complexity: O(`capacity`) memory, allocated at once.
  @inlinable public init(
    capacity: Int = 0, fileID: StaticString = #fileID, line: UInt = #line
  ) {
    storage = ChannelStorage(capacity: capacity, madeAt: CallSite(fileID, line))
  }

  /// Sends an element, waiting for a receiver or a free place in the buffer if there is none.
  ///
  /// When this returns `true`, the element was taken and will be delivered, even if the task is
  /// cancelled later. An element that was not taken is never received.
  ///
  /// Closing the channel while a send waits is a misuse, as is sending on a closed channel.
  ///
  /// When the task is cancelled, a send that waits ends at once. A send that need not wait
  /// succeeds even in a cancelled task.
  ///
  /// Go: `channel <- element`.
  ///
  /// - Parameters:
  ///   - element: What to send.
  ///   - fileID: The file to name in reports as the place of this send.
  ///   - line: The line in that file.
  /// - Returns: Whether the element was taken; `false` only when the task was cancelled while it
  ///   waited.
  /// - Precondition: The channel is open ("send on closed channel").
  @discardableResult
  @inlinable public nonisolated(nonsending) func send(
    _ element: Element, fileID: StaticString = #fileID, line: UInt = #line
  ) async -> Bool {
    await storage.send(element, at: CallSite(fileID, line))
  }

  /// Receives the oldest element, waiting for one if there is none.
  ///
  /// After `close`, the elements in the buffer are still received; then every receive returns
  /// `nil` at once.
  ///
  /// When the task is cancelled, a receive that waits returns `nil`, and no element is lost. A
  /// receive that need not wait succeeds even in a cancelled task.
  ///
  /// Go: `element, ok := <-channel`.
  ///
  /// - Parameters:
  ///   - fileID: The file to name in reports as the place of this receive.
  ///   - line: The line in that file.
  /// - Returns: The element; `nil` once the channel is closed and drained, or when the task was
  ///   cancelled while it waited.
  @inlinable public nonisolated(nonsending) func receive(
    fileID: StaticString = #fileID, line: UInt = #line
  ) async -> Element? {
    await storage.receive(at: CallSite(fileID, line))
  }

  /// Sends an element if a receiver waits or the buffer has room, and never waits.
  ///
  /// Go: `select { case channel <- element: … default: … }`.
  ///
  /// - Parameters:
  ///   - element: What to send.
  ///   - fileID: The file to name in reports as the place of this send.
  ///   - line: The line in that file.
  /// - Returns: Whether the element was taken.
  /// - Precondition: The channel is open ("send on closed channel").
  @inlinable public func trySend(
    _ element: Element, fileID: StaticString = #fileID, line: UInt = #line
  ) -> Bool {
    storage.trySend(element, at: CallSite(fileID, line))
  }

  /// Receives an element if one is there, and never waits.
  ///
  /// Go: `select { case element, ok := <-channel: … default: … }`.
  ///
  /// - Parameters:
  ///   - fileID: The file to name in reports as the place of this receive.
  ///   - line: The line in that file.
  /// - Returns: The element, or why there is none.
  @inlinable public func tryReceive(
    fileID: StaticString = #fileID, line: UInt = #line
  ) -> Received<Element> {
    storage.tryReceive(at: CallSite(fileID, line))
  }

  /// Says that no more elements will be sent, and wakes every task that waits to receive one.
  ///
  /// Elements in the buffer can still be received. Only the side that sends should close the
  /// channel: a send that waits or comes later is a misuse ("send on closed channel").
  ///
  /// Go: `close(channel)`.
  ///
  /// - Parameters:
  ///   - fileID: The file to name in reports as the place of this close.
  ///   - line: The line in that file.
  /// - Precondition: The channel is open ("close of closed channel").
  /// - Complexity: O(n), where n is the number of tasks that wait.
  @inlinable public func close(fileID: StaticString = #fileID, line: UInt = #line) {
    storage.close(at: CallSite(fileID, line))
  }

  /// How many elements are in the buffer at this moment; Go's `len(channel)`.
  ///
  /// Another task may change it right after you read it: good for a report, bad for a decision.
  @inlinable public var count: Int { storage.count }

  /// How many elements the buffer holds at most; Go's `cap(channel)`.
  @inlinable public var capacity: Int { storage.capacity }

  /// The side of this channel that can send and close, but not receive; Go's `chan<- Element`.
  @inlinable public var sendOnly: SendChannel<Element> { SendChannel(self) }

  /// The side of this channel that can receive, but not send or close; Go's `<-chan Element`.
  @inlinable public var receiveOnly: ReceiveChannel<Element> { ReceiveChannel(self) }
}
