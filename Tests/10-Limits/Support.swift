import Bubble
import Channels
import CourseTesting
import Synchronization

/// Notes what happened and when, from any task.
final class Log<Entry: Sendable>: Sendable {
  private let start = Bubble.elapsed
  private let noted = Mutex<[(entry: Entry, time: Duration)]>([])

  func note(_ entry: Entry) {
    let time = Bubble.elapsed - start
    noted.withLock { $0.append((entry, time)) }
  }

  var entries: [Entry] { noted.withLock { $0.map { $0.entry } } }
  var times: [Duration] { noted.withLock { $0.map { $0.time } } }
}

/// A closed channel that still holds all of these elements.
func filled<Element: Sendable>(_ elements: [Element]) async -> Channel<Element> {
  let channel = Channel<Element>(capacity: max(elements.count, 1))
  for element in elements { await channel.send(element) }
  channel.close()
  return channel
}

/// Sleeps, also when the task is cancelled.
func sleepThrough(_ duration: Duration) async {
  await Task { try? await Task.sleep(for: duration) }.value
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

extension [Int] {
  var milliseconds: [Duration] { map { .milliseconds($0) } }
  var seconds: [Duration] { map { .seconds($0) } }
}

extension Duration {
  /// As a learner reads it: whole milliseconds.
  var inMilliseconds: Int {
    Int(components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
  }
}
