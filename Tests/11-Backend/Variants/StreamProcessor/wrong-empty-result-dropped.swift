// wrong: drops an event whose transformed text is empty
// rejected by: events that pass every filter are transformed, in order as wrong

public import Channels
import Synchronization

/// Takes events from an input, drops some, transforms the rest, and sends them to an output.
public final class StreamProcessor: Sendable {
  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
  private let filters = Mutex<[@Sendable (String) -> Bool]>([])
  private let hasBegun = Mutex(false)

  /// Makes a processor without filters, which is not processing yet.
  public init(
    input: ReceiveChannel<String>, output: SendChannel<String>,
    transform: @escaping @Sendable (_ event: String) -> String
  ) {
    self.input = input
    self.output = output
    self.transform = transform
  }

  /// Adds a filter: an event passes only if every filter returns `true` for it.
  public func addFilter(_ filter: @escaping @Sendable (_ event: String) -> Bool) async {
    filters.withLock { $0.append(filter) }
  }

  /// Processes events until the input ends or the caller is cancelled, and then closes the output.
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
      let text = transform(event)
      if !text.isEmpty { await output.send(text) }
    }
  }
}
