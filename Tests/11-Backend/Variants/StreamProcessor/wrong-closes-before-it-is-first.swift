// wrong: a call that is cancelled before closes the output, even if another call processes
// rejected by: only the first call processes as wrong

public import Channels
import Synchronization

/// Takes events from an input, drops some, transforms the rest, and sends them to an output.
///
///     let signals = StreamProcessor(input: radio, output: board) { "received: " + $0 }
///     await signals.addFilter { $0.hasPrefix("SOS") }
///     await signals.process()
///     // radio: "calm", "SOS tug"; board: "received: SOS tug", then closed
///
/// Any task may call any method at any time, and processors do not affect each other.
public final class StreamProcessor: Sendable {
  private let input: ReceiveChannel<String>
  private let output: SendChannel<String>
  private let transform: @Sendable (String) -> String
  private let filters = Mutex<[@Sendable (String) -> Bool]>([])
  private let hasBegun = Mutex(false)

  /// Makes a processor without filters, which is not processing yet.
  ///
  /// - Parameters:
  ///   - input: Where events arrive; its sender may close it.
  ///   - output: Where transformed events go; only this processor sends there and closes it.
  ///   - transform: Transforms an event that passes all filters; called at most once for each.
  public init(
    input: ReceiveChannel<String>, output: SendChannel<String>,
    transform: @escaping @Sendable (_ event: String) -> String
  ) {
    self.input = input
    self.output = output
    self.transform = transform
  }

  /// Adds a filter: an event passes only if every filter returns `true` for it.
  ///
  /// Returns at once. The filter applies to every event that is taken from the input after this
  /// call has returned, even if `process` is already running.
  ///
  /// - Parameter filter: Whether an event passes; called at most once for each event.
  public func addFilter(_ filter: @escaping @Sendable (_ event: String) -> Bool) async {
    filters.withLock { $0.append(filter) }
  }

  /// Processes events until the input ends or the caller is cancelled, and then closes the output.
  ///
  /// Events are taken one by one, in order. The next event is taken only after the output has taken
  /// the last one that passed. When the input is closed and empty, and the output has taken the
  /// last event, the call closes the output and returns.
  ///
  /// When the caller is cancelled, the call closes the output and returns at once, even if no one
  /// reads the output. At most one more event is taken from the input then; the others stay there.
  /// An event that was already taken may still be sent if the output can take it without a wait.
  /// Otherwise it is dropped. At most one event is dropped in all.
  ///
  /// Only the first call processes. Of two calls at the same moment, either may be the first. Every
  /// other call returns at once and does nothing, even one that comes after the end. Nothing that
  /// you start outlives the call.
  public func process() async {
    guard !Task.isCancelled else {
      output.close()
      return
    }
    let isFirst = hasBegun.withLock { hasBegun in
      defer { hasBegun = true }
      return !hasBegun
    }
    guard isFirst else { return }
    defer { output.close() }
    while !Task.isCancelled, let event = await input.receive() {
      let filters = filters.withLock { $0 }
      guard filters.allSatisfy({ $0(event) }) else { continue }
      await output.send(transform(event))
    }
  }
}
