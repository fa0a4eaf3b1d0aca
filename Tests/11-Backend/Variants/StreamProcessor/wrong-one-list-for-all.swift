// wrong: keeps its filters in a place that all processors share
// rejected by: two processors share an input, and each has its own end as wrong

public import Channels
internal import Synchronization

/// Processes a stream of events.
public final class StreamProcessor: Sendable {
  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
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
    shared.withLock { $0.append(filter) }
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
      let filters = shared.withLock { $0 }
      guard filters.allSatisfy({ $0(event) }) else { continue }
      await output.send(transform(event))
    }
  }
}

private let shared = Mutex<[@Sendable (String) -> Bool]>([])
