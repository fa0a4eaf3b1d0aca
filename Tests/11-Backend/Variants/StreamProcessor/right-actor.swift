// right: an actor keeps the filters and knows whether it has begun

public import Channels

/// Processes a stream of events.
public final class StreamProcessor: Sendable {
  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
  private let state = State()

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
    await state.add(filter)
  }

  /// Processes events.
  public func process() async {
    guard await state.begin() else { return }
    for await event in input {
      if await state.passes(event) { await output.send(transform(event)) }
      if Task.isCancelled { break }
    }
    output.close()
  }
}

private actor State {
  private var filters: [@Sendable (String) -> Bool] = []
  private var hasBegun = false

  func begin() -> Bool {
    defer { hasBegun = true }
    return !hasBegun
  }

  func add(_ filter: @escaping @Sendable (String) -> Bool) { filters.append(filter) }

  func passes(_ event: String) -> Bool { filters.allSatisfy { $0(event) } }
}
