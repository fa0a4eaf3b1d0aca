import Foundation
import GraderFormats

/// Lets one grader at a time build what all of them use.
struct BuildLock {
  /// The file that is locked; it stays, empty.
  var path: String

  /// The time between two looks.
  var pause: () -> Void = { usleep(50_000) }

  /// Builds, after another grader has done so.
  ///
  /// The system takes the lock back when a grader is killed. Where a disk knows no locks, several
  /// build side by side, as they did before: each in a folder of its own.
  ///
  /// - Parameters:
  ///   - waiting: Called when another one has been building for a second.
  ///   - body: What to build.
  /// - Returns: What `body` returns.
  func hold<Result>(waiting: () -> Void, _ body: () throws -> Result) rethrows -> Result {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    defer { if file >= 0 { close(file) } }
    if file >= 0, isTaken(file) {
      // To look whether all is built takes a moment, too, of which nobody wants to know.
      for _ in 0..<20 where isTaken(file) { pause() }
      if isTaken(file) {
        waiting()
        while flock(file, LOCK_EX) != 0, errno == EINTR {}
      }
    }
    return try body()
  }

  /// Takes the lock, unless another one has it.
  private func isTaken(_ file: Int32) -> Bool {
    flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
