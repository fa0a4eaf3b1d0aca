import Foundation

/// The reading end of a child's output, drained without ever waiting.
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
    // Children that other threads start in the meantime must not hold this pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
  }

  /// Takes what is there; notes when nobody can write any more.
  mutating func drain() {
    guard isOpen else { return }
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { space in
      // A child that writes without end must not keep its watcher from looking at the clock.
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
