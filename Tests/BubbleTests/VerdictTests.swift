import CBubbleRuntime
import Channels
import Foundation
import Synchronization
import Testing

@testable import Bubble

/// Continuations that nobody resumes, kept so that the runtime does not complain.
private let kept = Mutex<[CheckedContinuation<Void, Never>]>([])

private func waitForEver() async {
  await withCheckedContinuation { continuation in kept.withLock { $0.append(continuation) } }
}

/// Asks the kernel for new memory again and again, which takes no time of the task's own.
private func takeMemory(while goesOn: () -> Bool) {
  let size = 64 << 20
  while goesOn() {
    let memory = mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0)
    munmap(memory, size)
  }
}

/// Explores with limits that are soon reached.
private func exploreSoon(_ body: @escaping @Sendable () async throws -> Void) async -> Exploration {
  var limits = RunLimits()
  limits.steps = 2_000
  limits.jobTime = 100_000_000
  limits.outsideWait = 1_000_000
  limits.outsideBudget = 30_000_000
  let schedules = Schedules.these([.firstInFirstOut, .lastInFirstOut, .random(seed: 1)])
  return await Explorer(schedules: schedules, body: body, failures: { 0 }, limits: limits).explore()
}

@Suite("deadlocks") struct DeadlockTests {
  @Test func `a closure that waits for ever is a deadlock, with each waiting task`() async throws {
    let line = #line + 2
    let exploration = await exploreSoon {
      let task = Task { await waitForEver() }
      await task.value
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .deadlocked)
    #expect(exploration.failures == 3)
    #expect(
      failure.message == """
        deadlock at t = 0 s: 2 tasks wait and nothing can wake them
          the test waits at VerdictTests.swift:\(line + 1) for the end of task 2, since t = 0 s
          task 2, started at VerdictTests.swift:\(line), waits at VerdictTests.swift:13 for a \
        continuation that was never resumed, since t = 0 s
        look at: on which path is the continuation never resumed? Is it stored only after the event?
        """)
  }

  @Test func `a deadlock says since when each task waits`() async throws {
    let exploration = await exploreSoon {
      try await Task.sleep(for: .seconds(2))
      await waitForEver()
    }

    let failure = try #require(exploration.failure)
    #expect(failure.time == .seconds(2))
    #expect(failure.message.contains("the test waits at VerdictTests.swift:13 for a continuation"))
    #expect(failure.message.contains("since t = 2 s"))
  }

  @Test func `a child that waits for ever after the closure has returned is a leak`() async {
    let exploration = await exploreSoon { Task { await waitForEver() } }

    #expect(exploration.failure?.verdict == .leaked)
  }
}

@Suite("leaks") struct LeakTests {
  @Test func `a leaked task is named with the line that started it`() async throws {
    let line = #line + 2
    let exploration = await exploreSoon {
      Task { try? await Task.sleep(for: .seconds(5)) }
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .leaked)
    #expect(
      failure.message == """
        leak at t = 0 s: the work is done and 1 task is left behind
          task 2, started at VerdictTests.swift:\(line), sleeps at VerdictTests.swift:\(line) until \
        t = 5 s; cancelling ended it
        look at: who cancels the task started at VerdictTests.swift:\(line), and who waits for its end?
        """)
    #expect(failure.leaks.count == 1)
    #expect(failure.leaks.first?.startedAt == "VerdictTests.swift:\(line)")
  }

  @Test func `cancelling does not end a task that waits on a continuation`() async throws {
    let exploration = await exploreSoon { Task(name: "tug") { await waitForEver() } }

    let failure = try #require(exploration.failure)
    #expect(failure.leaks.first?.task == "tug")
    #expect(failure.leaks.first?.endsWhenCancelled == false)
    #expect(failure.message.contains("task \"tug\", started at VerdictTests.swift"))
    #expect(failure.message.contains("cancelling did not end it"))
  }

  @Test func `detached and nested tasks and those that wait for another task leak too`() async {
    let exploration = await exploreSoon {
      Task.detached {
        let inner = Task { await waitForEver() }
        await inner.value
      }
    }

    #expect(exploration.failure?.leaks.count == 2)
  }

  @Test func `a task that ends by itself while nothing else runs is not a leak`() async {
    let exploration = await exploreSoon {
      Task { for _ in 0..<50 { await Task.yield() } }
    }

    #expect(exploration.failure == nil)
  }

  @Test func `a kept handle to a finished task is not a leak`() async {
    let handles = Mutex<[Task<Void, Never>]>([])
    let exploration = await exploreSoon {
      let task = Task {}
      handles.withLock { $0.append(task) }
      await task.value
    }

    #expect(exploration.failure == nil)
  }

  @Test func `a leaked task that goes on when cancelled is left, and does not hold up the rest`()
    async
  {
    let exploration = await exploreSoon {
      Task { while true { try? await Task.sleep(for: .seconds(1)) } }
    }

    #expect(exploration.failure?.verdict == .leaked)
    #expect(exploration.failure?.leaks.first?.endsWhenCancelled == false)
  }

  @Test func `a leaked task that polls for its cancellation ends when cancelled`() async {
    let exploration = await exploreSoon {
      Task { while !Task.isCancelled { await Task.yield() } }
    }

    #expect(exploration.failure?.verdict == .leaked)
    #expect(exploration.failure?.leaks.first?.endsWhenCancelled == true)
  }
}

@Suite("stuck") struct StuckTests {
  @Test func `an endless yield hits the bound on steps`() async throws {
    let line = #line + 2
    let exploration = await exploreSoon {
      let task = Task { while true { await Task.yield() } }
      await task.value
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(
      failure.message == """
        stuck at t = 0 s: 2000 steps without an end
          task 2, started at VerdictTests.swift:\(line), was running at VerdictTests.swift:\(line)
        look at: a loop that goes on without waiting: what ends it, also when its task is cancelled?
        """)
  }

  @Test func `endless sleeps hit the bound on pauses in a row`() async throws {
    let exploration = await exploreSoon {
      while true { try await Task.sleep(for: .seconds(60)) }
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(failure.message.contains("200 pauses in a row in which nothing else happened"))
    #expect(failure.message.contains("look at: a loop that sleeps and has no end"))
  }

  @Test(arguments: [7_200, 400 * 24 * 3_600])
  func `a sleep of hours or years is not stuck`(seconds: Int) async throws {
    let exploration = await exploreSoon { try await Task.sleep(for: .seconds(seconds)) }

    #expect(exploration.failure == nil)
    #expect(exploration.duration == .seconds(seconds))
  }

  @Test func `a program that sleeps often is not stuck while something happens`() async {
    let exploration = await exploreSoon {
      for _ in 1...300 {
        try await Task.sleep(for: .seconds(60))
        await Task {}.value
      }
    }

    #expect(exploration.failure == nil)
  }

  @Test func `an endless loop without a suspension is named by the watchdog`() async throws {
    let isOver = Atomic<Bool>(false)
    let exploration = await exploreSoon {
      while !isOver.load(ordering: .relaxed) {}
    }
    isOver.store(true, ordering: .relaxed)

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(failure.message.contains("0.1 s of processor time without a suspension"))
    #expect(failure.message.contains("the test was running"))
  }

  @Test func `what the kernel does for a task is not the task's own time`() async throws {
    let exploration = await exploreSoon {
      let begin = bubble_clock_thread_cpu(currentThreadID())
      // Three times as much as the task itself may use.
      takeMemory { bubble_clock_thread_cpu(currentThreadID()) - begin < 300_000_000 }
    }

    #expect(exploration.failure == nil)
  }

  @Test func `an endless loop of system calls is named by the watchdog`() async throws {
    let isOver = Atomic<Bool>(false)
    let exploration = await exploreSoon { takeMemory { !isOver.load(ordering: .relaxed) } }
    isOver.store(true, ordering: .relaxed)

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(failure.message.contains("of processor time without a suspension"))
  }

  @Test func `bubbles go on after a thread was lost to an endless loop`() async throws {
    let exploration = try await bubble { try await Task.sleep(for: .seconds(1)) }

    #expect(exploration.duration == .seconds(1))
  }
}

@Suite("misuse by many") struct RepeatedMisuseTests {
  @Test func `a misuse that many tasks make is one line, and the advice stays in sight`() async {
    let line = #line + 5
    let exploration = await explore(.count(1)) {
      let crates = Channel<Int>()
      crates.close()
      await withDiscardingTaskGroup { group in
        for crate in 0..<40 { group.addTask { await crates.send(crate) } }
      }
    }

    #expect(
      exploration.failure?.message == """
        send on closed channel at VerdictTests.swift:\(line), t = 0 s (40 times)
        look at: who closed the channel while others still send?
        """)
  }
}

@Suite("loops that look again and again") struct PollingTests {
  @Test func `a loop that sleeps while others go on is told about its pauses`() async {
    let exploration = await explore(.count(1)) {
      let crates = Channel<Int>()
      let crane = Task { for await _ in crates {} }
      while true {
        await crates.send(1)
        try? await Task.sleep(for: .milliseconds(10))
        if crane.isCancelled { break }
      }
    }

    #expect(exploration.failure?.message.contains("steps without an end, with pauses") == true)
    #expect(
      exploration.failure?.message.contains("look at: a loop that sleeps and has no end") == true)
  }
}
