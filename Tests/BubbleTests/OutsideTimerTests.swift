import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Bubble

#if canImport(Glibc)
  import Glibc
#endif

@Suite("timers outside") struct OutsideTimerTests {
  @Test func `a block of Dispatch runs after its delay in virtual time`() async throws {
    try await bubble(.count(3)) {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().asyncAfter(deadline: .now() + 3_600) { continuation.resume() }
      }

      #expect(Bubble.elapsed == .seconds(3_600))
    }
  }

  @Test func `a block of Dispatch runs at its time of day in virtual time`() async throws {
    let exploration = await explore(.count(3)) {
      await withTaskGroup(of: String.self) { group in
        group.addTask {
          await withCheckedContinuation { continuation in
            DispatchQueue.global().asyncAfter(wallDeadline: .now() + 10) { continuation.resume() }
          }
          return "ten"
        }
        group.addTask {
          try? await Task.sleep(for: .seconds(1))
          return "one"
        }
        var order = ""
        for await name in group { order += name + " \(Bubble.elapsed.inSeconds) " }
        Bubble.note(outcome: order)
      }
    }

    #expect(exploration.outcomes == ["one 1 s ten 10 s ": 3])
    #expect(exploration.uncontrolled == "threads outside the bubble take part")
  }

  @Test func `a work item of Dispatch runs after its delay, and its queue is in order`() async {
    let exploration = await explore(.count(3)) {
      let log = Log()
      let queue = DispatchQueue(label: "crane")
      await withCheckedContinuation { continuation in
        queue.asyncAfter(deadline: .now() + .milliseconds(20)) {
          log.add("late")
          continuation.resume()
        }
        queue.asyncAfter(
          deadline: .now() + .milliseconds(10), execute: DispatchWorkItem { log.add("early") })
      }
      Bubble.note(outcome: log.text)
    }

    #expect(exploration.outcomes == ["early late": 3])
  }

  @Test func `a block of Dispatch that is never due in a run is freed`() async {
    final class Crate: Sendable {
      static let alive = Mutex(0)
      init() { Self.alive.withLock { $0 += 1 } }
      deinit { Self.alive.withLock { $0 -= 1 } }
    }
    let exploration = await explore(.count(3)) {
      let crate = Crate()
      DispatchQueue.global().asyncAfter(deadline: .now() + 60) { _ = crate }
    }

    #expect(exploration.failure == nil)
    #expect(Crate.alive.withLock { $0 } == 0)
  }

  private func exploreSoon(_ body: @escaping @Sendable () async -> Void) async -> Exploration {
    var limits = RunLimits()
    limits.outsideWait = 1_000_000
    limits.outsideBudget = 30_000_000
    return await Explorer(schedules: .count(1), body: body, failures: { 0 }, limits: limits)
      .explore()
  }

  @Test func `a timer source of Dispatch is named, and is not a deadlock`() async throws {
    let exploration = await exploreSoon {
      let source = DispatchSource.makeTimerSource()
      source.schedule(deadline: .now() + 3_600)
      await withUnsafeContinuation { (continuation: UnsafeContinuation<Void, Never>) in
        source.setEventHandler { continuation.resume() }
        source.activate()
      }
      source.cancel()
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(
      failure.message.hasPrefix(
        "stuck at t = 0 s: the program waits for a timer source of Dispatch, which runs in real time"
      ))
    #expect(failure.message.contains("look at: real time does not pass in a bubble"))
  }

  #if os(Linux)
    @Test func `an event loop on a thread of its own is named, and is not a deadlock`() async throws
    {
      // Not in the module for Swift, which NIO reaches by a module of its own.
      typealias Write = @convention(c) (Int32, UInt64) -> Int32
      let write = unsafeBitCast(try #require(dlsym(nil, "eventfd_write")), to: Write.self)
      let exploration = await exploreSoon {
        _ = write(-1, 1)
        await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      }

      let failure = try #require(exploration.failure)
      #expect(failure.verdict == .stuck)
      #expect(
        failure.message.contains(
          "waits for an event loop on a thread of its own, such as NIO's, which runs in real time")
      )
    }

    @Test func `time and gettimeofday tell virtual time`() async throws {
      try await bubble(.count(2)) {
        try await Task.sleep(for: .milliseconds(1_500))
        var now = timeval()
        gettimeofday(&now, nil)

        #expect(time(nil) == 946_684_801)
        #expect(now.tv_sec == 946_684_801)
        #expect(now.tv_usec == 500_000)
      }
    }
  #endif

  @Test func `outside a bubble all clocks tell real time`() {
    #expect(time(nil) > 1_700_000_000)
    #expect(Date().timeIntervalSince1970 > 1_700_000_000)
  }
}
