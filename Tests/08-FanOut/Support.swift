import Bubble
import Channels
import CourseTesting

/// A closed channel that still holds all of these elements.
func filled<Element: Sendable>(_ elements: [Element]) async -> Channel<Element> {
  let channel = Channel<Element>(capacity: elements.count)
  for element in elements { await channel.send(element) }
  channel.close()
  return channel
}

/// What was read from a channel until it was closed, and when.
struct Reading<Element: Sendable>: Sendable {
  var elements: [Element] = []
  var times: [Duration] = []
  var closed: Duration = .zero
}

/// Reads a channel until it is closed.
func read<Element: Sendable>(_ channel: ReceiveChannel<Element>) async -> Reading<Element> {
  var reading = Reading<Element>()
  let start = Bubble.elapsed
  for await element in channel {
    reading.elements.append(element)
    reading.times.append(Bubble.elapsed - start)
  }
  reading.closed = Bubble.elapsed - start
  return reading
}

/// Reads channels at the same time, each until it is closed.
func read<Element: Sendable>(_ channels: [ReceiveChannel<Element>]) async -> [Reading<Element>] {
  await withTaskGroup(of: Reading<Element>.self) { group in
    for channel in channels {
      group.addTask { await read(channel) }
    }
    return await group.reduce(into: []) { $0.append($1) }
  }
}

/// Receives elements until there are enough, none comes for a minute, or the channel is closed.
func receive<Element: Sendable>(
  upTo count: Int, from channel: ReceiveChannel<Element>
) async -> [Element] {
  var elements: [Element] = []
  while elements.count < count {
    let element: Element? = await select {
      Receive(from: channel)
      After(.seconds(60)) { nil }
    }
    guard let element else { break }
    elements.append(element)
  }
  return elements
}

/// Sends each element after its pause in seconds, then pauses once more and closes.
func send<Element: Sendable>(
  _ elements: [(pause: Int, element: Element)], closingAfter pause: Int,
  to channel: Channel<Element>
) -> Task<Void, Never> {
  Task {
    for (pause, element) in elements {
      try? await Task.sleep(for: .seconds(pause))
      await channel.send(element)
    }
    try? await Task.sleep(for: .seconds(pause))
    channel.close()
  }
}

/// Ends a task that sends, also when nobody receives what it still has.
func stop(_ source: Task<Void, Never>) async {
  source.cancel()
  await source.value
}

extension [Duration] {
  /// As many seconds as the numbers say.
  static func seconds(_ numbers: Int...) -> [Duration] { numbers.map { .seconds($0) } }
}

/// The description of the error that `body` throws.
func errorThrown(by body: () async throws -> Void) async -> String {
  do {
    try await body()
    return "no error"
  } catch {
    return words(for: error)
  }
}
