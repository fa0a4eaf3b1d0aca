import Bubble
import Channels
import Foundation
import Ships
import ShipsObserved

/// A program that is run in bubbles, and how it is measured.
struct Program: Sendable {
  let name: String
  /// The figures that one measurement has, by the names in ``BubbleTable``.
  let measure: @Sendable () async -> [(String, Double)]

  static let all: [Program] = [
    // First, while nothing else has asked for memory.
    Program(name: "memory", measure: memory),
    .speed("empty") {},
    .speed("three-tasks") {
      let tasks = (1...3).map { ship in Task { ship } }
      for task in tasks { _ = await task.value }
    },
    .speed("three-tasks-yield") {
      let tasks = (1...3).map { ship in
        Task {
          await Task.yield()
          return ship
        }
      }
      for task in tasks { _ = await task.value }
    },
    .speed("lost-update") {
      let berth = Berth()
      await withTaskGroup { group in
        for _ in 1...3 {
          group.addTask {
            let seen = await berth.ships
            await berth.set(seen + 1)
          }
        }
      }
    },
    Program(name: "exercise", measure: exercise),
    Program(name: "chapter-2", measure: chapter2),
    .observed("observed-unload", { _ = await Ships.Fleet.unload() }) {
      _ = await ShipsObserved.Fleet.unload()
    },
    .observed("observed-inspect", { _ = await Ships.Fleet.inspect() }) {
      _ = await ShipsObserved.Fleet.inspect()
    },
    .observed("observed-count", { _ = await Ships.Fleet.count() }) {
      _ = await ShipsObserved.Fleet.count()
    },
    Program(name: "parallel", measure: parallel),
  ]

  /// Schedules per second of processor time: what the machine does beside it counts little.
  private static func speed(
    _ name: String, _ body: @escaping @Sendable () async throws -> Void
  ) -> Program {
    Program(name: name) {
      _ = await explore(.count(2_000), body)
      let start = processorSeconds()
      let exploration = await explore(.count(20_000), body)
      return [(name, Double(exploration.schedules) / (processorSeconds() - start))]
    }
  }

  /// How many percent slower a program is when it is compiled as the exercises are.
  ///
  /// Both are measured in turn, as what else the machine does comes and goes.
  private static func observed(
    _ name: String, _ plain: @escaping @Sendable () async throws -> Void,
    _ observed: @escaping @Sendable () async throws -> Void
  ) -> Program {
    Program(name: name) {
      @Sendable func seconds(_ body: @escaping @Sendable () async throws -> Void) async -> Double {
        let start = processorSeconds()
        _ = await explore(.count(400), body)
        return processorSeconds() - start
      }
      _ = await (seconds(plain), seconds(observed))
      var ratios: [Double] = []
      for round in 0..<31 {
        let first = await seconds(round.isMultiple(of: 2) ? plain : observed)
        let second = await seconds(round.isMultiple(of: 2) ? observed : plain)
        ratios.append(round.isMultiple(of: 2) ? second / first : first / second)
      }
      return [(name, (ratios.sorted()[ratios.count / 2] - 1) * 100)]
    }
  }

  /// Ten tasks count behind a `Mutex`, 50 schedules: the largest test of chapter 2.
  private static func chapter2() async -> [(String, Double)] {
    let start = processorSeconds()
    let exploration = await explore(.count(50)) {
      let counter = ShipsObserved.LockedCounter()
      for _ in 1...120 { counter.increment() }
      await withTaskGroup { group in
        for _ in 1...10 {
          group.addTask {
            for _ in 1...5 {
              counter.increment()
              await Task.yield()
            }
          }
        }
      }
      precondition(counter.value == 170, "the count is wrong: \(counter.value)")
    }
    precondition(exploration.failures == 0, exploration.failure?.message ?? "")
    return [("chapter-2-ms", (processorSeconds() - start) * 1000)]
  }

  /// Three workers, twelve jobs, one reader, 50 schedules: what a test of the course is like.
  private static func exercise() async -> [(String, Double)] {
    let start = processorSeconds()
    let exploration = await explore(.count(50)) {
      let (jobs, results) = (Channel<Int>(), Channel<Int>(capacity: 4))
      let workers = WaitGroup()
      for _ in 1...3 {
        workers.add()
        Task {
          for await job in jobs {
            try? await Task.sleep(for: .milliseconds(job))
            await results.send(job * job)
          }
          workers.done()
        }
      }
      Task {
        for job in 1...12 { await jobs.send(job) }
        jobs.close()
        await workers.wait()
        results.close()
      }
      var sum = 0
      for await result in results { sum += result }
      precondition(sum == 650, "the sum is wrong: \(sum)")
    }
    precondition(exploration.failures == 0, exploration.failure?.message ?? "")
    return [("exercise-ms", (processorSeconds() - start) * 1000)]
  }

  /// Bubbles side by side, each with a length of its own; whose time is another's is wrong.
  private static func parallel() async -> [(String, Double)] {
    let count = 12_000
    let start = ContinuousClock.now
    let wrong = await withTaskGroup(of: Bool.self) { group in
      for index in 1...count {
        group.addTask {
          let exploration = await explore(.count(1)) {
            let task = Task { try? await Task.sleep(for: .milliseconds(index)) }
            await task.value
          }
          return exploration.failures > 0 || exploration.duration != .milliseconds(index)
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return [("parallel", Double(count) / seconds), ("parallel-wrong", Double(wrong))]
  }

  private static func memory() async -> [(String, Double)] {
    let body: @Sendable () async throws -> Void = {
      let tasks = (1...3).map { ship in Task { ship } }
      for task in tasks { _ = await task.value }
    }
    _ = await explore(.count(1_000), body)
    let few = residentMegabytes()
    _ = await explore(.count(1_000_000), body)
    return [("memory-thousand", few), ("memory-million", residentMegabytes())]
  }
}

private actor Berth {
  private(set) var ships = 0
  func set(_ count: Int) { ships = count }
}

/// Processor time of all threads of this process.
private func processorSeconds() -> Double {
  Double(clock()) / Double(CLOCKS_PER_SEC)
}

/// What of this process is in memory now.
private func residentMegabytes() -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
  return line.flatMap { Double($0.filter(\.isNumber)) }.map { $0 / 1024 } ?? 0
}
