// wrong: asks 64 filters at most
// rejected by: events that pass every filter are transformed, in order as wrong
public import Channels
import Synchronization

public final class StreamProcessor: Sendable {
  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
  private let filters = Mutex<[@Sendable (String) -> Bool]>([])
  private let hasBegun = Mutex(false)

  public init(
    input: ReceiveChannel<String>, output: SendChannel<String>,
    transform: @escaping @Sendable (_ event: String) -> String
  ) {
    self.input = input
    self.output = output
    self.transform = transform
  }

  public func addFilter(_ filter: @escaping @Sendable (_ event: String) -> Bool) async {
    filters.withLock { $0.append(filter) }
  }

  public func process() async {
    let isFirst = hasBegun.withLock { hasBegun in
      defer { hasBegun = true }
      return !hasBegun
    }
    guard isFirst else { return }
    defer { output.close() }  // on every way out, and only here: we are the only sender
    while !Task.isCancelled, let event = await input.receive() {
      let filters = filters.withLock { $0 }
      guard filters.prefix(64).allSatisfy({ $0(event) }) else { continue }
      await output.send(transform(event))
    }
  }
}
