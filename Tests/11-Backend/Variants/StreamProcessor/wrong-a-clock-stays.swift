// wrong: leaves a clock of its own behind
// rejected by: cancelled, it stops even if no one reads as wrong

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

  /// Adds a filter: only events for which every filter returns `true` go on.
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
    let clock = Task { try? await Task.sleep(for: .seconds(3)) }
    defer {
      clock.cancel()
      output.close()
    }
    while !Task.isCancelled, let event = await input.receive() {
      let filters = filters.withLock { $0 }
      guard filters.allSatisfy({ $0(event) }) else { continue }
      await output.send(transform(event))
    }
  }
}
