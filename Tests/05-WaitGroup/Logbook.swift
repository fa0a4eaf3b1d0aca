import Bubble
import Synchronization

/// Notes what begins and what ends, for a test to read.
final class Logbook: Sendable {
  private struct Entries {
    var begun: [String] = []
    var ended: [String] = []
    var begins: [String: Duration] = [:]
    var seen: Set<String> = []
  }

  private let entries = Mutex(Entries())

  /// What has begun, sorted.
  var begun: [String] { entries.withLock { $0.begun.sorted() } }

  /// What has ended, sorted.
  var ended: [String] { entries.withLock { $0.ended.sorted() } }

  /// When each name has begun; the last time for a name that began twice.
  var begins: [String: Duration] { entries.withLock { $0.begins } }

  func begin(_ name: String) {
    let now = Bubble.elapsed
    entries.withLock {
      $0.begun.append(name)
      $0.begins[name] = now
    }
  }

  func end(_ name: String) {
    entries.withLock { $0.ended.append(name) }
  }

  /// Whether this is the first call with this name.
  func isFirst(_ name: String) -> Bool {
    entries.withLock { $0.seen.insert(name).inserted }
  }
}

/// Numbers that look random and are the same in every run.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next(in range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int(state >> 33) % range.count
  }
}

/// A sleep that ends no earlier when the task is cancelled.
func sleepThrough(_ duration: Duration) async {
  await Task { try? await Task.sleep(for: duration) }.value
}

/// The error that `body` throws; `nil` when it returns.
func error(of body: () async throws -> Void) async -> (any Error)? {
  do { try await body() } catch { return error }
  return nil
}

/// A crane that is out of order.
struct Broken: Error, Equatable {
  var ship = ""
}
