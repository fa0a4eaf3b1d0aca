// wrong: as in the Go notes: sends outside the select, takes the zero value of a closed input
// rejected by: cancelled, it stops even if no one reads as wrong

public import Channels
internal import Synchronization

/// Processes a stream of events.
public final class StreamProcessor: Sendable {
  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
  private let filters = Mutex<[@Sendable (String) -> Bool]>([])

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
    while await select({
      Receive(from: input) { event in
        let event = event ?? ""  // Go's zero value, once `input` is closed
        if filters.withLock({ $0 }).allSatisfy({ $0(event) }) {
          // In Go, no cancellation ends this wait: a task of its own stands for that here.
          _ = await Task { [output, transform] in await output.send(transform(event)) }.value
        }
        return true
      }
      Cancelled { false }
    }) {}
  }
}
