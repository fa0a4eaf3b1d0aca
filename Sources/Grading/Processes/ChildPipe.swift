import Foundation

/// A pipe for a child's output, read without waiting.
struct ChildPipe {
  let readEnd: Int32
  let writeEnd: Int32
  var buffer = OutputBuffer()
  private(set) var isOpen = true

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    readEnd = ends[0]
    writeEnd = ends[1]
    // Children that other threads start at the same time must not keep this pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
  }

  /// Reads what is available, and notes when no one can write any more.
  mutating func drain() {
    guard isOpen else { return }
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { space in
      // A child that never stops writing must not prevent its watcher from checking the limits.
      for _ in 0..<64 {
        let count = read(readEnd, space.baseAddress, space.count)
        if count > 0 {
          buffer.append(UnsafeRawBufferPointer(rebasing: space[..<count]))
        } else {
          if count == 0 { isOpen = false }
          return
        }
      }
    }
  }

  func closeEnds() {
    close(readEnd)
  }
}
