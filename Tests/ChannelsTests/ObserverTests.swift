import Channels
import Probe
import Synchronization
import Testing

/// Writes down what it is told; it runs nothing by itself.
private final class Scribe: Observer, @unchecked Sendable {
  // `@unchecked`: the lock guards the lines.
  private let lines = Mutex<[String]>([])
  let timers = Mutex<[UInt64: @Sendable () -> Void]>([:])

  private let number: UInt64
  override var id: UInt64 { number }

  init(id: UInt64) { number = id }

  var log: [String] { lines.withLock { $0 } }

  private func write(_ line: String) { lines.withLock { $0.append(line) } }

  /// Runs `body` under this observer, on an actor whose thread does not change meanwhile.
  @discardableResult func observe<Value>(_ body: () async -> Value) async -> Value {
    Observer.setCurrent(self)
    defer { Observer.setCurrent(nil) }
    return await body()
  }

  override nonisolated(nonsending) func schedulingPoint(_ operation: Operation) async {
    write("point \(operation.verb)")
  }

  override func willWait(in operation: Operation) { write("wait \(operation.verb)") }

  override func didWait() { write("go on") }

  override func note(_ operation: Operation, value: @autoclosure () -> String?) {
    write("\(operation.verb) \(value() ?? "-")")
  }

  override func misuse(_ misuse: Misuse, in operation: Operation) { write(misuse.message) }

  override func choose(below bound: Int) -> Int {
    write("choose below \(bound)")
    return bound - 1
  }

  override func startTimer(
    after delay: Duration, _ fire: @escaping @Sendable () -> Void
  ) -> UInt64 {
    write("timer \(delay)")
    fire()
    return 7
  }

  override func cancelTimer(_ id: UInt64) { write("cancel \(id)") }
}

@Suite("what an observer is told") struct ObserverTests {
  @Test func `each operation is a scheduling point and is noted`() async {
    let scribe = Scribe(id: 1)
    await scribe.observe {
      let channel = Channel<Int>(capacity: 1)
      await channel.send(4)
      _ = await channel.receive()
      channel.close()
      _ = await channel.receive()
      let group = WaitGroup()
      group.add()
      group.done()
      await group.wait()
    }
    #expect(
      scribe.log == [
        "point send", "send 4", "point receive", "receive 4", "close -", "point receive",
        "receive -", "add -", "done -", "point wait", "wait -",
      ])
  }

  @Test func `misuse is reported and does nothing`() async {
    let scribe = Scribe(id: 1)
    await scribe.observe {
      let channel = Channel<Int>(capacity: 1)
      channel.close()
      #expect(await !channel.send(1))
      #expect(!channel.trySend(1))
      channel.close()
      WaitGroup().done()
      await select { Send(1, to: channel) }
    }
    #expect(
      scribe.log == [
        "close -", "point send", "send on closed channel", "send on closed channel",
        "close of closed channel", "negative WaitGroup counter", "point select",
        "send on closed channel",
      ])
  }

  @Test func `the observer chooses among the ready and fires the timers`() async {
    let scribe = Scribe(id: 1)
    let word = await scribe.observe {
      let channel = Channel<Int>(capacity: 2)
      await channel.send(1)
      return await select {
        Receive(from: channel) { _ in "first" }
        Send(2, to: channel) { "second" }
      }
    }
    #expect(word == "second")
    #expect(scribe.log == ["point send", "send 1", "point select", "choose below 2", "send 2"])

    let clockwork = Scribe(id: 2)
    let late = await clockwork.observe {
      await select {
        Receive(from: Channel<Int>()) { _ in "received" }
        After(.seconds(3)) { "late" }
      }
    }
    #expect(late == "late")
    #expect(
      clockwork.log == [
        "point select", "wait select", "timer 3.0 seconds", "cancel 7", "go on", "select -",
      ])
  }

  @Test func `a channel of another observer is reported with both places`() async {
    let channel = await Scribe(id: 1).observe {
      Channel<Int>(capacity: 1, fileID: "Harbor/Quay.swift", line: 9)
    }
    let scribe = Scribe(id: 2)
    await scribe.observe {
      await channel.send(1, fileID: "Harbor/Ship.swift", line: 3)
    }
    #expect(
      scribe.log.first
        == "channel made in another run at Harbor/Quay.swift:9 is used here at Harbor/Ship.swift:3"
    )
    let received = await Scribe(id: 1).observe { await channel.receive() }
    #expect(received == 1)
  }
}
