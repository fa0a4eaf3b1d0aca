public import Probe

/// The side of a channel that can receive; sending on it or closing it does not compile.
///
///     func unload(_ ship: ReceiveChannel<String>) async -> [String] {
///       var cargo: [String] = []
///       for await crate in ship { cargo.append(crate) }
///       return cargo
///     }
///
/// Every method does what the method of the same name does on `Channel`. Go: `<-chan Element`.
public struct ReceiveChannel<Element: Sendable>: Sendable {
  @usableFromInline let storage: ChannelStorage<Element>

  /// Makes the receiving side of `channel`.
  @inlinable public init(_ channel: Channel<Element>) { storage = channel.storage }

  /// Receives the oldest element, waiting for one if there is none.
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

  /// Receives an element if one is there, and never waits.
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

  /// How many elements are in the buffer at this moment.
  @inlinable public var count: Int { storage.count }

  /// How many elements the buffer holds at most.
  @inlinable public var capacity: Int { storage.capacity }
}
