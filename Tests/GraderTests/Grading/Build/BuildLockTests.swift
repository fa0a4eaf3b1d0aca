import Foundation
import Testing

@testable import GraderCommand
@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("building side by side") struct BuildLockTests {
  /// A lock that somebody else has.
  private final class Taken {
    let path = NSTemporaryDirectory() + "lock-\(UUID().uuidString)"
    private let file: Int32

    init() {
      file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      flock(file, LOCK_EX)
    }

    deinit {
      close(file)
      unlink(path)
    }

    func release() { flock(file, LOCK_UN) }
  }

  @Test func `who comes second says so after a while, and waits`() {
    let taken = Taken()
    var events: [String] = []
    let lock = BuildLock(path: taken.path, pause: { events.append("pause") })
    lock.hold {
      events.append("waiting")
      taken.release()
    } _: {
      events.append("built")
    }

    #expect(events.dropFirst(20) == ["waiting", "built"])
  }

  @Test func `what takes but a moment is not worth a word`() {
    let taken = Taken()
    var isWaiting = false
    let lock = BuildLock(path: taken.path, pause: { taken.release() })

    #expect(lock.hold(waiting: { isWaiting = true }, { 1 }) == 1)
    #expect(!isWaiting)
  }

  @Test func `where nothing can be locked, it is built all the same`() {
    #expect(BuildLock(path: "/no/such/folder/lock").hold(waiting: {}, { 1 }) == 1)
  }
}
