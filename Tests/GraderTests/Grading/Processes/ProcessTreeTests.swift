import Foundation
import Testing

@testable import Grading

@Suite("a look at a process") struct ProcessTreeTests {
  @Test func `shows what the system's own functions say`() throws {
    let tree = try #require(ProcessTree(root: getpid()))
    let own = Double(clock()) / Double(CLOCKS_PER_SEC)
    let memory = Int(ProcessInfo.processInfo.physicalMemory >> 20)

    // Children that have ended count, too, and the look was before the clock was read.
    #expect(tree.processorSeconds > own - 60 && tree.processorSeconds < own + 3600)
    #expect(tree.residentMegabytes >= 8 && tree.residentMegabytes <= memory)
    #expect(tree.isAnyThreadActive, "this thread runs")
    #expect(!tree.isAnyThreadStopped)
  }

  @Test func `shows nothing when the process is gone`() {
    #expect(ProcessTree(root: .max) == nil)
  }
}
