import Foundation
import Testing

@testable import Grading

@Suite("a process that hangs") struct IdleWatchTests {
  private let start = ContinuousClock.now

  /// A process as it looks when nothing in it runs.
  private func tree(isActive: Bool = false, isStopped: Bool = false) throws -> ProcessTree {
    var tree = try #require(ProcessTree(root: getpid()))
    tree.isAnyThreadActive = isActive
    tree.isAnyThreadStopped = isStopped
    tree.processorSeconds = 1
    return tree
  }

  /// What comes of a look each tenth of a second.
  private func reason(after seconds: Double, of tree: ProcessTree) -> ChildOutcome.Reason? {
    var watch = IdleWatch(limit: 5)
    var reason: ChildOutcome.Reason?
    for look in 0...Int(seconds * 10) where reason == nil {
      reason = watch.reason(tree, now: start + .milliseconds(100 * look))
    }
    return reason
  }

  @Test func `one that sleeps hangs after the limit, not before`() throws {
    #expect(reason(after: 4.9, of: try tree()) == nil)
    #expect(reason(after: 5.3, of: try tree()) == .idle)
  }

  @Test func `one that was stopped hangs after a second`() throws {
    #expect(reason(after: 0.9, of: try tree(isStopped: true)) == nil)
    #expect(reason(after: 1.3, of: try tree(isStopped: true)) == .stopped)
  }

  @Test func `one that has work to do does not hang, stopped parts or not`() throws {
    #expect(reason(after: 60, of: try tree(isActive: true, isStopped: true)) == nil)
  }

  @Test func `a machine that was asleep for an hour ends nothing`() throws {
    var watch = IdleWatch(limit: 5)
    let tree = try tree()
    for look in 0..<3 {
      #expect(watch.reason(tree, now: start + .milliseconds(100 * look)) == nil)
    }

    #expect(watch.reason(tree, now: start + .seconds(3600)) == nil)
  }

  @Test func `without a limit nothing hangs`() throws {
    var watch = IdleWatch(limit: nil)

    #expect(watch.reason(try tree(isStopped: true), now: start + .seconds(60)) == nil)
  }
}
