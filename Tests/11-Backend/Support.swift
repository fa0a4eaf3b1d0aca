import Bubble
import Channels
import CourseTesting
import Synchronization

/// Notes what happens and when, for a test to read.
final class Logbook<Entry: Sendable>: Sendable {
  private let notes = Mutex<[(entry: Entry, time: Duration)]>([])

  /// What was noted, in the order of time.
  var entries: [Entry] { notes.withLock { $0.map { $0.entry } } }

  /// When it was noted.
  var times: [Duration] { notes.withLock { $0.map { $0.time } } }

  func note(_ entry: Entry) {
    let now = Bubble.elapsed
    notes.withLock { $0.append((entry, now)) }
  }
}

/// An error of a fetch, a load or a try, with a number to tell it from others.
struct Failed: OwnError, Equatable {
  var number: Int

  var description: String { "Failed(number: \(number))" }
}

/// Takes a while, and does not react to cancellation.
func stubbornly(for duration: Duration) async {
  await Task { try? await Task.sleep(for: duration) }.value
}

/// The description of the error that `body` throws, and when it has ended.
func errorThrown(by body: () async throws -> Void) async -> String {
  do {
    try await body()
    return "no error"
  } catch {
    return words(for: error)
  }
}

/// What a task brings, or the description of its error, and when.
struct Outcome: Equatable, Sendable {
  var value: String
  var time: Duration

  init(_ value: String, after seconds: Int) { self.init(value, at: .seconds(seconds)) }

  init(_ value: String, at time: Duration) {
    self.value = value
    self.time = time
  }

  /// Runs `body` and notes how it ends.
  init(_ body: () async throws -> String) async {
    do {
      value = try await body()
    } catch {
      value = words(for: error)
    }
    time = Bubble.elapsed
  }
}

extension Outcome: CustomStringConvertible {
  var description: String { "\(value) at \(time)" }
}
