import Foundation
import GraderFormats

/// A lock with which only one grader at a time builds what all graders share.
struct BuildLock {
  /// The file that is locked; it stays, empty.
  var path: String

  /// Waits between two attempts to take the lock.
  var pause: () -> Void = { usleep(50_000) }

  /// Waits until no other grader builds, and then builds.
  ///
  /// The system releases the lock when a grader is killed. On a disk without locks, several graders
  /// build at the same time, each in a folder of its own.
  ///
  /// - Parameters:
  ///   - waiting: Called when another grader has been building for a second.
  ///   - body: What to build.
  /// - Returns: What `body` returns.
  func hold<Result>(waiting: () -> Void, _ body: () throws -> Result) rethrows -> Result {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    defer { if file >= 0 { close(file) } }
    if file >= 0, isTaken(file) {
      // Another grader may only check that everything is built: that needs no message.
      for _ in 0..<20 where isTaken(file) { pause() }
      if isTaken(file) {
        waiting()
        while flock(file, LOCK_EX) != 0, errno == EINTR {}
      }
    }
    return try body()
  }

  /// Whether another grader has the lock; if none has, takes it.
  private func isTaken(_ file: Int32) -> Bool {
    flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
