// wrong: no lock around the filters, and the compiler is told not to look
// rejected by: a filter counts from the moment it is added as race

public import Channels

/// Processes a stream of events.
public final class StreamProcessor: @unchecked Sendable {
  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
  private var filters: [@Sendable (String) -> Bool] = []
  private var hasBegun = false

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
    filters.append(filter)
  }

  /// Processes events.
  public func process() async {
    if hasBegun { return }
    hasBegun = true
    defer { output.close() }
    while !Task.isCancelled, let event = await input.receive() {
      guard filters.allSatisfy({ $0(event) }) else { continue }
      await output.send(transform(event))
    }
  }
}
