// wrong: sends in a task that is not cancelled, so nobody ends that wait
// rejected by: cancelled, it stops even if no one reads as wrong

public import Channels
internal import Synchronization

/// Processes a stream of events.
public final class StreamProcessor: Sendable {
  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
  private let filters = Mutex<[@Sendable (String) -> Bool]>([])
  private let hasBegun = Mutex(false)

  /// Makes a processor without filters.
  public init(
    input: ReceiveChannel<String>, output: SendChannel<String>,
    transform: @escaping @Sendable (_ event: String) -> String
  ) {
    self.input = input
    self.output = output
    self.transform = transform
  }

  /// Adds a filter.
  public func addFilter(_ filter: @escaping @Sendable (_ event: String) -> Bool) async {
    filters.withLock { $0.append(filter) }
  }

  /// Processes events.
  public func process() async {
    let isFirst = hasBegun.withLock { hasBegun in
      defer { hasBegun = true }
      return !hasBegun
    }
    guard isFirst else { return }
    defer { output.close() }
    while !Task.isCancelled, let event = await input.receive() {
      let filters = filters.withLock { $0 }
      guard filters.allSatisfy({ $0(event) }) else { continue }
      _ = await Task { [output, transform] in await output.send(transform(event)) }.value
    }
  }
}
