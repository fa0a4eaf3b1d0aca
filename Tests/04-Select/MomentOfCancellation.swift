import Bubble
import Channels
import Testing

/// What can still be received from a channel without waiting.
private func rest(of channel: Channel<String>) -> [String] {
  if case .element(let element) = channel.tryReceive() { [element] } else { [] }
}

/// Cancels the caller before the call, or at the moment when elements come: none may be lost.
///
/// - Parameters:
///   - thing: What an element stands for.
///   - call: Receives from two channels, and returns what it has taken.
func cancelAtTheMomentOfAnElement(
  _ thing: String,
  _ call: @escaping @Sendable (Channel<String>, Channel<String>) async -> [String]
) async {
  var draw = Draw(425)
  for isCancelledBefore in [false, true] {
    for senders in [[true, false], [false, true], [true, true]] {
      let channels = [Channel<String>(capacity: 1), Channel<String>(capacity: 1)]
      let words = draw.words(2)
      let pause: Duration = isCancelledBefore ? .zero : .seconds(2)
      let collecting = Task { await call(channels[0], channels[1]) }
      if isCancelledBefore { collecting.cancel() }
      let sending = Task {
        if pause > .zero { try? await Task.sleep(for: pause) }
        for index in 0...1 where senders[index] { _ = channels[index].trySend(words[index]) }
      }
      if pause > .zero { try? await Task.sleep(for: pause) }
      collecting.cancel()

      let taken = await collecting.value
      await sending.value
      let left = channels.flatMap(rest(of:))
      let sent = (0...1).filter { senders[$0] }.map { words[$0] }
      #expect(
        (taken + left).sorted() == sent.sorted(),
        """
        the caller is cancelled at the moment when a \(thing) comes: expected the \(thing) to be \
        returned, or to be left on its channel. What do you do with a \(thing) that you have taken \
        when you learn of the cancellation?
        """)
    }
  }
}
