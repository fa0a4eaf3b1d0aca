public import Probe

/// The side of a channel that can send and close; receiving from it does not compile.
///
///     func load(_ cargo: [String], onto ship: SendChannel<String>) async {
///       for crate in cargo { await ship.send(crate) }
///       ship.close()
///     }
///
/// Every method does what the method of the same name does on `Channel`. Go: `chan<- Element`.
public struct SendChannel<Element: Sendable>: Sendable {
  @usableFromInline let storage: ChannelStorage<Element>

  /// Makes the sending side of `channel`.
  @inlinable public init(_ channel: Channel<Element>) { storage = channel.storage }

  /// Sends an element, waiting for a receiver or a free place in the buffer if there is none.
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

  /// Sends an element if a receiver waits or the buffer has room, and never waits.
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

  /// Says that no more elements will be sent, and wakes every task that waits to receive one.
  ///
  /// - Parameters:
  ///   - fileID: The file to name in reports as the place of this close.
  ///   - line: The line in that file.
  /// - Precondition: The channel is open ("close of closed channel").
  @inlinable public func close(fileID: StaticString = #fileID, line: UInt = #line) {
    storage.close(at: CallSite(fileID, line))
  }

  /// How many elements are in the buffer at this moment.
  @inlinable public var count: Int { storage.count }

  /// How many elements the buffer holds at most.
  @inlinable public var capacity: Int { storage.capacity }
}
