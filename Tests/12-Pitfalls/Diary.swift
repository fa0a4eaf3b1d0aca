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
}

/// A pause that a cancellation cuts short.
func pause(_ seconds: Int) async {
  guard seconds > 0 else { return }
  try? await Task.sleep(for: .seconds(seconds))
}
