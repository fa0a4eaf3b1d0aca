import Bubble
import Synchronization

/// Notes what happens and when, for a test to read.
final class Journal: Sendable {
  private let notes = Mutex<[(text: String, time: Duration)]>([])
  private let start = Bubble.elapsed

  /// What was noted, in its order.
  var texts: [String] { notes.withLock { $0.map(\.text) } }

  /// When it was noted, in seconds since this journal was made.
  var seconds: [Double] { notes.withLock { $0.map { $0.time / .seconds(1) } } }

  /// The time since this journal was made, in seconds.
  var now: Double { (Bubble.elapsed - start) / .seconds(1) }

  func note(_ text: String) {
    let time = Bubble.elapsed - start
    notes.withLock { $0.append((text, time)) }
  }

  /// How often this text was noted.
  func count(of text: String) -> Int { texts.filter { $0 == text }.count }
}

/// Draws that look random and are the same in every run.
struct Lots {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(state >> 33) % range.count
  }

  /// Names, some of which may be equal.
  mutating func names(_ count: Int) -> [String] {
    (0..<count).map { _ in "crate \(number(in: 1...40))" }
  }
}

/// Sleeps this many seconds, and no less when the task is cancelled.
func sleepThrough(_ seconds: Int) async {
  await Task { try? await Task.sleep(for: .seconds(seconds)) }.value
}

/// What `body` throws, in words; `nil` when it returns.
func whatIsThrown(by body: () async throws -> Void) async -> String? {
  do { try await body() } catch { return "\(error)" }
  return nil
}

/// An error of these tests.
struct Broken: Error {
  var what = "the crane"
}
