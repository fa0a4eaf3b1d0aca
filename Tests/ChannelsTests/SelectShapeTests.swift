import Channels
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

private struct Storm: Error {}

private func look(_ value: Int?) throws -> String {
  guard let value else { throw Storm() }
  return "\(value)"
}

/// Forms of `select` that must compile as they stand, beside C's function of the same name.
@Suite("select in the forms that people write") struct SelectShapeTests {
  @Test func `cases of different elements give one value`() async {
    let numbers = Channel<Int>(capacity: 1)
    let names = Channel<String>(capacity: 1)
    await names.send("Ada")

    let word = await select {
      Receive(from: numbers) { number in "\(number ?? 0)" }
      Receive(from: names.receiveOnly) { name in name ?? "nobody" }
    }

    #expect(word == "Ada")
  }

  @Test func `bodies of several statements work`() async {
    let numbers = Channel<Int>(capacity: 2)
    var log: [String] = []

    await select {
      Receive(from: numbers) { number in
        log.append("received")
        log.append("\(number ?? 0)")
      }
      Send(1, to: numbers) {
        log.append("sent")
      }
    }

    #expect(log == ["sent"])
  }

  @Test func `bodies may wait and throw`() async throws {
    let numbers = Channel<Int>(capacity: 2)
    numbers.close()

    await #expect(throws: Storm.self) {
      let word = try await select {
        Receive(from: numbers) { number in try look(number) }
        After(.seconds(10)) {
          await Task.yield()
          return "late"
        }
        Cancelled { "cancelled" }
      }
      print(word)
    }
  }

  @Test func `a throwing body of several statements works`() async throws {
    let numbers = Channel<Int>(capacity: 1)
    await numbers.send(3)
    let word = try await select {
      Default { "nothing" }
      Receive(from: numbers) { number in
        let word = try look(number)
        return word + "!"
      }
    }
    #expect(word == "3!")
  }

  @Test func `receive without a body gives the element`() async {
    let numbers = Channel<Int>(capacity: 1)
    await numbers.send(7)

    let number = await select {
      Receive(from: numbers)
      Default { nil }
    }

    #expect(number == 7)
  }

  @Test func `send without a body fits beside bodies`() async {
    let numbers = Channel<Int>(capacity: 1)
    await select {
      Send(1, to: numbers)
      After(.seconds(1)) { print("late") }
    }
    #expect(numbers.count == 1)
  }

  @Test(arguments: [true, false]) func `conditions and loops choose the cases`(all: Bool) async {
    let channels = (0..<3).map { _ in Channel<Int>(capacity: 1) }
    let extra: Channel<Int>? = all ? Channel(capacity: 1) : nil
    await channels[2].send(5)

    let number = await select {
      for channel in channels { Receive(from: channel) { $0 ?? -1 } }
      if let extra { Receive(from: extra) { _ in -2 } }
      if all {
        Cancelled { -3 }
      } else {
        Default { -4 }
      }
      Receive(from: extra) { _ in -5 }
    }

    #expect(number == 5)
  }

  @Test func `an if and else may throw in one branch`() async throws {
    let numbers = Channel<Int>(capacity: 1)
    let late = false
    let word = try await select {
      Receive(from: numbers) { number in try look(number) }
      if late {
        After(.seconds(1)) { "late" }
      } else {
        Default { try look(4) }
      }
    }
    #expect(word == "4")
  }

  @Test func `a switch chooses the cases`() async {
    let numbers = Channel<Int>(capacity: 1)
    let mode = 1
    let word = await select {
      Receive(from: numbers) { _ in "number" }
      switch mode {
      case 1: Default { "one" }
      default: After(.seconds(1)) { "late" }
      }
    }
    #expect(word == "one")
  }

  @Test func `bodies run on the actor of the caller`() async {
    let harbor = Harbor()
    await harbor.wait()
    #expect(await harbor.arrivals == [9])
  }

  @Test func `a loop ends when both channels are closed`() async {
    var a: Channel<Int>? = Channel(capacity: 3)
    var b: Channel<Int>? = Channel(capacity: 3)
    for channel in [a, b] {
      await channel?.send(1)
      await channel?.send(2)
      channel?.close()
    }
    var sum = 0
    while a != nil || b != nil {
      await select {
        Receive(from: a) { number in
          if let number { sum += number } else { a = nil }
        }
        Receive(from: b) { number in
          guard let number else {
            b = nil
            return
          }
          sum += number
        }
      }
    }
    #expect(sum == 6)
  }

  @Test func `an element may be computed with await`() async {
    let numbers = Channel<Int>(capacity: 1)
    await select {
      Send(await harborSize(), to: numbers.sendOnly) {}
      Default { Issue.record("the channel has room") }
    }
    #expect(await numbers.receive() == 12)
  }

  @Test func `a returned value may be a channel's element`() async {
    let done = Channel<Void>()
    done.close()
    let finished: Bool = await select {
      Receive(from: done) { _ in true }
      Default { false }
    }
    #expect(finished)
    func first(_ a: Channel<String>, _ b: Channel<String>) async -> String? {
      await select {
        Receive(from: a)
        Receive(from: b)
      }
    }
    let a = Channel<String>(capacity: 1)
    await a.send("x")
    #expect(await first(a, Channel()) == "x")
  }
}

/// Forms of the empty select; they wait forever, so they are only compiled.
private func emptySelects() async -> Int {
  await select {}
  Task { await select {} }
  let task = Task { await select {} }
  Task.detached { await select {} }
  let idle: @Sendable () async -> Void = { await select {} }
  await idle()
  await task.value
  func number() async -> Int { await select {} }
  let word: String = await select {}
  return await number() + word.count
}

private func harborSize() async -> Int { 12 }

private actor Harbor {
  var arrivals: [Int] = []
  let ships = Channel<Int>(capacity: 1)

  func wait() async {
    await ships.send(9)
    await select {
      Receive(from: ships) { ship in
        assertIsolated()
        if let ship { arrivals.append(ship) }
      }
      After(.seconds(5)) { arrivals.append(0) }
    }
  }
}

@MainActor private func onTheMainActor() async -> Int {
  let numbers = Channel<Int>(capacity: 1)
  var count = 0
  await numbers.send(1)
  await select {
    Receive(from: numbers) { _ in
      MainActor.assertIsolated()
      count += 1
    }
    Default { count -= 1 }
  }
  return count
}
