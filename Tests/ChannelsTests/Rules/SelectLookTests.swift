import Probe
import Synchronization
import Testing

@testable import Channels

/// Cases over pretended channels that write down what a select does with them.
private struct RecordingCases: __SelectComponent {
  /// What was done so far.
  final class Log {
    var locked: [UInt] = []
    var order: [UInt] = []
    var looks: [(number: Int, locked: [UInt])] = []
    var attempts: [Int] = []
    var enqueued: [Int] = []
  }

  let log = Log()
  /// One case for each; the same address is the same channel.
  let addresses: [UInt]
  let ready: Set<Int>
  /// Ready when asked, but then another task was faster.
  var lost: Set<Int> = []
  /// The cases that send; the others receive.
  var senders: Set<Int> = []

  var _count: Int { addresses.count }

  func _record(_ number: Int) -> __CaseRecord {
    __CaseRecord(
      senders.contains(number) ? .send : .receive,
      channel: UnsafeRawPointer(bitPattern: addresses[number]))
  }

  func _withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    log.order.append(addresses[number])
    log.locked.append(addresses[number])
    withUnsafeTemporaryAllocation(byteCount: 8, alignment: 8) { room in
      if let address = room.baseAddress { body(address) }
    }
    log.locked.removeLast()
  }

  func _perform(
    _ step: __CaseStep, _ number: Int, _ state: inout Void, _ rules: UnsafeMutableRawPointer?
  ) -> Bool {
    switch step {
    case .look:
      log.looks.append((number, log.locked))
      return ready.contains(number)
    case .attempt:
      log.attempts.append(number)
      return !lost.contains(number)
    case .enqueue(let ticket):
      log.enqueued.append(number)
      // A partner comes at once, so that the test goes on.
      if ticket.claim.win(number) { ticket.claim.resume() }
    case .dequeue, .finish: return false
    }
    return true
  }

  func _run(_ number: Int, after state: Void) async {}
}

/// Chooses the last of the possibilities, and records how many there were.
private final class LastChooser: Observer, @unchecked Sendable {
  // `@unchecked`: the lock guards the log.
  private let log = Mutex<[Int]>([])

  var bounds: [Int] { log.withLock { $0 } }

  func observe<Value>(_ body: () async -> Value) async -> Value {
    Observer.setCurrent(self)
    defer { Observer.setCurrent(nil) }
    return await body()
  }

  override func choose(below bound: Int) -> Int {
    log.withLock { $0.append(bound) }
    return bound - 1
  }
}

@Suite("the look of a select at its channels") struct SelectLookTests {
  private let place = CallSite("Harbor/Crane.swift", 1)

  @Test(arguments: [[3, 1, 2], [1, 2, 3], [3, 2, 1], [2, 1, 2], [1, 1, 1]] as [[UInt]])
  func `every channel is locked once, in order, before any is asked`(addresses: [UInt]) async {
    let cases = RecordingCases(addresses: addresses, ready: [1])

    let chosen = await cases.choose(&nothing, at: place)

    let channels = Set(addresses).sorted()
    #expect(chosen == 1)
    #expect(cases.log.order == channels)
    #expect(cases.log.looks.map(\.locked) == [channels, channels, channels])
    #expect(cases.log.looks.map(\.number).sorted() == [0, 1, 2])
    #expect(cases.log.locked.isEmpty)
  }

  @Test(arguments: [[3, 1, 2], [2, 1, 2], [1, 1, 1]] as [[UInt]])
  func `a select that waits locks every channel twice, in order`(addresses: [UInt]) async {
    let cases = RecordingCases(addresses: addresses, ready: [], senders: [2])

    _ = await cases.choose(&nothing, at: place)

    let channels = Set(addresses).sorted()
    #expect(cases.log.order == channels + channels)
    #expect(cases.log.looks.count == 3)
    #expect(cases.log.locked.isEmpty)
  }

  @Test func `a case that is no longer ready makes way for another`() async {
    let cases = RecordingCases(addresses: [1, 2, 3, 4], ready: [0, 1, 3], lost: [0, 3])

    let chosen = await cases.choose(&nothing, at: place)

    #expect(chosen == 1)
    #expect(cases.log.attempts.last == 1)
    #expect(Set(cases.log.attempts).isSubset(of: [0, 1, 3]))
    #expect(Set(cases.log.attempts).count == cases.log.attempts.count)
  }

  @Test func `cases that are not ready are never attempted`() async {
    for _ in 0..<100 {
      let cases = RecordingCases(addresses: [5, 4, 3, 2, 1], ready: [0, 4])

      let chosen = await cases.choose(&nothing, at: place)

      #expect(cases.log.attempts == [chosen])
      #expect([0, 4].contains(chosen))
    }
  }
}

@Suite("what a select asks its observer to choose") struct SelectChooserTests {
  private let place = CallSite("Harbor/Crane.swift", 1)

  @Test(arguments: [[1, 2, 3, 4], [4, 3, 2, 1], [2, 4, 1, 3], [2, 1, 2, 1]] as [[UInt]])
  func `ready cases are counted in the order of the cases, not of the locks`(
    addresses: [UInt]
  ) async {
    let cases = RecordingCases(addresses: addresses, ready: [0, 1, 2], lost: [2])
    let chooser = LastChooser()

    let chosen = await chooser.observe { await cases.choose(&nothing, at: place) }

    #expect(chosen == 1)
    #expect(cases.log.attempts == [2, 1])
    #expect(chooser.bounds == [3, 2])
  }

  @Test(arguments: [[1, 2, 1, 3, 1, 2], [3, 2, 3, 1, 3, 2]] as [[UInt]])
  func `one of the cases that wait at one channel is chosen to be enqueued`(
    addresses: [UInt]
  ) async {
    let cases = RecordingCases(addresses: addresses, ready: [])
    let chooser = LastChooser()

    let chosen = await chooser.observe { await cases.choose(&nothing, at: place) }

    // First the three at the channel of case 0, then the two at that of case 1; case 3 is alone.
    #expect(chooser.bounds == [3, 2])
    #expect(chosen == 4)
    #expect(cases.log.enqueued == [4, 5, 3])
  }

  @Test func `a send and a receive at one channel are not rivals`() async {
    let cases = RecordingCases(addresses: [1, 1, 1], ready: [], senders: [1])
    let chooser = LastChooser()

    _ = await chooser.observe { await cases.choose(&nothing, at: place) }

    #expect(chooser.bounds == [2])
    #expect(cases.log.enqueued == [2, 1])
  }
}

/// The state of cases that have none.
private var nothing: Void {
  get { () }
  set {}
}
