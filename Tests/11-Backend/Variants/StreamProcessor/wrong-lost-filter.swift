// wrong: an actor is read and then written, so one of two filters is lost
// rejected by: a filter counts from the moment it is added as wrong

public import Channels
internal import Synchronization

/// Processes a stream of events.
public final class StreamProcessor: Sendable {
  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
  private let filters = Filters()
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
    let before = await filters.all
    await filters.set(before + [filter])
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
      let filters = await filters.all
      guard filters.allSatisfy({ $0(event) }) else { continue }
      await output.send(transform(event))
    }
  }
}

private actor Filters {
  private(set) var all: [@Sendable (String) -> Bool] = []

  func set(_ filters: [@Sendable (String) -> Bool]) { all = filters }
}
