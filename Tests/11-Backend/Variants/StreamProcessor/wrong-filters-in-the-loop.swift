// wrong: the sequence that filters takes event after event until one passes, in a cancelled task, too
// rejected by: cancelled, it leaves the other events in the input as wrong
public import Channels
import Synchronization

/// A variant of 11.3.
public final class StreamProcessor: Sendable {
  private typealias Filter = @Sendable (String) -> Bool

  private struct State {
    var filters: [Filter] = []
    var hasBegun = false
  }

  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
  private let state = Mutex(State())

  public init(
    input: ReceiveChannel<String>, output: SendChannel<String>,
    transform: @escaping @Sendable (_ event: String) -> String
  ) {
    self.input = input
    self.output = output
    self.transform = transform
  }

  public func addFilter(_ filter: @escaping @Sendable (_ event: String) -> Bool) async {
    state.withLock { $0.filters.append(filter) }
  }

  public func process() async {
    guard begin() else { return }
    for await event in input.filter({ self.passes($0) }) {
      guard !Task.isCancelled, await output.send(transform(event)) else { break }
    }
    output.close()
  }

  private func passes(_ event: String) -> Bool {
    let filters = state.withLock { $0.filters }
    return filters.allSatisfy { $0(event) }
  }

  /// Whether this is the first call.
  private func begin() -> Bool {
    state.withLock { state in
      defer { state.hasBegun = true }
      return !state.hasBegun
    }
  }
}
