import Bubble
import CourseTesting
import Synchronization

/// Notes what happens and when, for a test to read.
///
/// A test notes single events, or what begins and what ends.
final class Journal: Sendable {
  private enum Kind { case event, begin, end }

  private let notes = Mutex<[(kind: Kind, text: String, time: Duration)]>([])
  private let start = Bubble.elapsed

  /// The events that were noted, in their order.
  var texts: [String] { texts(.event) }

  /// When they were noted, in seconds since this journal was made.
  var seconds: [Double] { times(.event).map(\.inSeconds) }

  /// What has begun, in its order.
  var begun: [String] { texts(.begin) }

  /// When it began, since this journal was made.
  var begins: [Duration] { times(.begin) }

  /// What has ended, in its order.
  var ended: [String] { texts(.end) }

  /// When it ended, since this journal was made.
  var ends: [Duration] { times(.end) }

  /// The time since this journal was made.
  var elapsed: Duration { Bubble.elapsed - start }

  /// The same in seconds.
  var now: Double { elapsed.inSeconds }

  func note(_ text: String) { add(.event, text) }
  func begin(_ text: String) { add(.begin, text) }
  func end(_ text: String) { add(.end, text) }

  private func add(_ kind: Kind, _ text: String) {
    let time = elapsed
    notes.withLock { $0.append((kind, text, time)) }
  }

  private func texts(_ kind: Kind) -> [String] {
    notes.withLock { $0.filter { $0.kind == kind }.map(\.text) }
  }

  private func times(_ kind: Kind) -> [Duration] {
    notes.withLock { $0.filter { $0.kind == kind }.map(\.time) }
  }
}

extension Duration {
  /// In seconds; whole seconds are exact, which `self / .seconds(1)` does not always give.
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

extension Draw {
  /// Names, some of which may be equal.
  mutating func names(_ count: Int) -> [String] {
    (0..<count).map { _ in "crate \(number(in: 1...40))" }
  }
}

/// A pause that a cancellation cuts short.
func pause(_ seconds: Int) async {
  guard seconds > 0 else { return }
  try? await Task.sleep(for: .seconds(seconds))
}

/// Sleeps this many seconds, and no less when the task is cancelled.
func sleepThrough(_ seconds: Int) async {
  await Task { try? await Task.sleep(for: .seconds(seconds)) }.value
}

/// What `body` throws, in words; `nil` when it returns.
func whatIsThrown(by body: () async throws -> Void) async -> String? {
  do { try await body() } catch { return words(for: error) }
  return nil
}

/// An error of these tests.
struct Broken: OwnError {
  var what = "the crane"

  var description: String { #"Broken(what: "\#(what)")"# }
}
