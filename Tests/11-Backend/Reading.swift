import Bubble
import Channels

/// What was read from a channel until it was closed, and when it was closed.
struct Reading: Equatable, Sendable {
  var events: [String] = []
  var closed: Duration = .zero
}

/// Reads a channel until it is closed; keeps what came before it was cancelled.
func reading(_ channel: Channel<String>) -> Task<Reading, Never> {
  Task {
    var reading = Reading()
    for await event in channel { reading.events.append(event) }
    reading.closed = Bubble.elapsed
    return reading
  }
}

/// Whether a channel is closed and empty, without a wait.
func isClosed(_ channel: Channel<String>) -> Bool { channel.tryReceive() == .closed }

/// Takes what is in a channel, without a wait.
func drained(_ channel: Channel<String>) -> [String] {
  var events: [String] = []
  while case .element(let event) = channel.tryReceive() { events.append(event) }
  return events
}
