import Bubble
import Synchronization

/// Notes what begins and what ends, and when, for a test to read.
final class Diary: Sendable {
  private struct Pages {
    var begun: [String] = []
    var begins: [Duration] = []
    var ended: [String] = []
    var ends: [Duration] = []
  }

  private let pages = Mutex(Pages())
  private let start = Bubble.elapsed

  /// What has begun, in its order.
  var begun: [String] { pages.withLock { $0.begun } }

  /// When it began, since this diary was made.
  var begins: [Duration] { pages.withLock { $0.begins } }

  /// What has ended, in its order.
  var ended: [String] { pages.withLock { $0.ended } }

  /// When it ended, since this diary was made.
  var ends: [Duration] { pages.withLock { $0.ends } }

  /// The time since this diary was made.
  var elapsed: Duration { Bubble.elapsed - start }

  func begin(_ name: String) {
    let now = elapsed
    pages.withLock {
      $0.begun.append(name)
      $0.begins.append(now)
    }
  }

  func end(_ name: String) {
    let now = elapsed
    pages.withLock {
      $0.ended.append(name)
      $0.ends.append(now)
    }
  }

  /// When something with this name began for the first time.
  func firstBegin(of name: String) -> Duration? {
    pages.withLock { pages in pages.begun.firstIndex(of: name).map { pages.begins[$0] } }
  }
}

/// Draws numbers that look random and are the same in every run.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(state >> 33) % range.count
  }
}

/// A pause that a cancellation does not cut short.
func stubbornPause(_ seconds: Int) async {
  guard seconds > 0 else { return }
  await Task { try? await Task.sleep(for: .seconds(seconds)) }.value
}

/// A pause that a cancellation cuts short.
func pause(_ seconds: Int) async {
  guard seconds > 0 else { return }
  try? await Task.sleep(for: .seconds(seconds))
}
