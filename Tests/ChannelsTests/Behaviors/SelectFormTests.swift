import Bubble
import Channels
import Testing

/// Cases made by `for`, `if` and `switch` go other ways through the library than those of a plain list.
@Suite("a select of which the cases are chosen when it runs") struct SelectFormTests {
  @Test(arguments: TestEnvironment.allCases)
  func `cases of a loop wait, and the one that is ready ends the wait`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run {
      let berths = (0..<4).map { _ in Channel<Int>() }
      let arrival = Task {
        await select {
          for (number, berth) in berths.enumerated() {
            Receive(from: berth) { "ship \($0 ?? -1) at berth \(number)" }
          }
        }
      }
      await settle { berths.allSatisfy { $0.lines.receivers == 1 } }

      await berths[2].send(7)

      #expect(await arrival.value == "ship 7 at berth 2")
      #expect(berths.allSatisfy { $0.lines == Lines() })
    }
  }

  @Test(arguments: TestEnvironment.allCases, [true, false])
  func `a branch that sends meets a loop that receives`(
    environment: TestEnvironment, isLoud: Bool
  ) async throws {
    try await environment.run {
      let (horn, flag) = (Channel<String>(), Channel<String>())
      let signal = Task {
        await select {
          if isLoud {
            Send("toot", to: horn) { "blown" }
          } else {
            Send("red", to: flag) { "hoisted" }
          }
          if !isLoud { Receive(from: horn) { _ in "heard" } }
        }
      }

      let seen = await select {
        for channel in [horn, flag] { Receive(from: channel) }
      }

      #expect(seen == (isLoud ? "toot" : "red"))
      #expect(await signal.value == (isLoud ? "blown" : "hoisted"))
      #expect(horn.lines == Lines() && flag.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `cancelling ends the wait of a loop with nil, in its first case`(
    environment: TestEnvironment
  ) async throws {
    try await environment.run {
      let berths = (0..<3).map { _ in Channel<Int>() }
      let watch = Task {
        await select {
          for (number, berth) in berths.enumerated() {
            Receive(from: berth) { (number, $0) }
          }
        }
      }
      await settle { berths.allSatisfy { $0.lines.receivers == 1 } }

      watch.cancel()

      #expect(await watch.value == (0, nil))
      #expect(berths.allSatisfy { $0.lines == Lines() })
    }
  }

  @Test(arguments: TestEnvironment.allCases, [1, 2])
  func `a switch may hold the case for cancellation`(environment: TestEnvironment, mode: Int)
    async throws
  {
    try await environment.run {
      let berth = Channel<Int>()
      let watch = Task {
        await select {
          Receive(from: berth) { _ in "arrived" }
          switch mode {
          case 1: Cancelled { "called off" }
          default: Send(1, to: Channel<Int>?.none) { "sent" }
          }
        }
      }
      await settle { berth.lines.receivers == 1 }

      watch.cancel()

      #expect(await watch.value == (mode == 1 ? "called off" : "arrived"))
      #expect(berth.lines == Lines())
    }
  }

  @Test(arguments: TestEnvironment.allCases)
  func `a branch that throws is an error of the whole select`(environment: TestEnvironment)
    async throws
  {
    try await environment.run {
      let berth = Channel<Int>(capacity: 1)
      await berth.send(1)
      await #expect(throws: Storm.self) {
        try await select {
          if berth.count == 1 {
            Receive(from: berth) { _ in throw Storm() }
          } else {
            Default {}
          }
        }
      }
    }
  }
}

private struct Storm: Error {}
