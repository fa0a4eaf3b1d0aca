import Probe
import Synchronization
import Testing

@testable import Channels

/// Arms over pretended channels that write down what a select does with them.
private struct RecordingArms: SelectArms {
  /// What was done so far.
  final class Log {
    var locked: [UInt] = []
    var order: [UInt] = []
    var looks: [(number: Int, locked: [UInt])] = []
    var turns: [Int] = []
    var lines: [Int] = []
  }

  let log = Log()
  /// One case for each; the same address is the same channel.
  let addresses: [UInt]
  let ready: Set<Int>
  /// Ready when asked, but then somebody else was faster.
  var lost: Set<Int> = []
  /// The cases that send; the others receive.
  var senders: Set<Int> = []

  var count: Int { addresses.count }
  var initialState: Void { () }
  func event(_ number: Int) -> SelectEvent {
    .channel(senders.contains(number) ? .send : .receive, address: addresses[number])
  }
  func resource(_ number: Int) -> Resource? { nil }

  func withLock(_ number: Int, _ body: (UnsafeMutableRawPointer) -> Void) {
    log.order.append(addresses[number])
    log.locked.append(addresses[number])
    withUnsafeTemporaryAllocation(byteCount: 8, alignment: 8) { room in
      if let address = room.baseAddress { body(address) }
    }
    log.locked.removeLast()
  }

  func isReady(_ number: Int, _ rules: UnsafeMutableRawPointer) -> Bool {
    log.looks.append((number, log.locked))
    return ready.contains(number)
  }

  func takeTurn(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void
  ) -> SelectTurn {
    log.turns.append(number)
    return SelectTurn(lost.contains(number) ? .waiting : .done)
  }

  func standInLine(
    _ number: Int, _ rules: UnsafeMutableRawPointer, _ state: inout Void, as ticket: SelectTicket
  ) {
    log.lines.append(number)
    // A partner comes at once, so that the test goes on.
    if ticket.choice.claim(number) { ticket.choice.resume() }
  }
  func leaveLine(_ number: Int, _ state: inout Void) -> SelectTurn { SelectTurn(.done) }
  func wakePartner(_ number: Int, of turn: SelectTurn) {}
  func element(_ number: Int, _ state: Void) -> String? { nil }
}

/// Chooses the last of what there is to choose from, and writes down of how many.
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
  private let place = Place("Harbor/Crane.swift", 1)

  @Test(arguments: [[3, 1, 2], [1, 2, 3], [3, 2, 1], [2, 1, 2], [1, 1, 1]] as [[UInt]])
  func `every channel is locked once, in order, before any is asked`(addresses: [UInt]) async {
    let arms = RecordingArms(addresses: addresses, ready: [1])

    let chosen = await arms.choose(&nothing, at: place)

    let channels = Set(addresses).sorted()
    #expect(chosen == 1)
    #expect(arms.log.order == channels)
    #expect(arms.log.looks.map(\.locked) == [channels, channels, channels])
    #expect(arms.log.looks.map(\.number).sorted() == [0, 1, 2])
    #expect(arms.log.locked.isEmpty)
  }

  @Test func `a case that loses its turn makes way for another`() async {
    let arms = RecordingArms(addresses: [1, 2, 3, 4], ready: [0, 1, 3], lost: [0, 3])

    let chosen = await arms.choose(&nothing, at: place)

    #expect(chosen == 1)
    #expect(arms.log.turns.last == 1)
    #expect(Set(arms.log.turns).isSubset(of: [0, 1, 3]))
    #expect(Set(arms.log.turns).count == arms.log.turns.count)
  }

  @Test func `cases that are not ready never take a turn`() async {
    for _ in 0..<100 {
      let arms = RecordingArms(addresses: [5, 4, 3, 2, 1], ready: [0, 4])

      let chosen = await arms.choose(&nothing, at: place)

      #expect(arms.log.turns == [chosen])
      #expect([0, 4].contains(chosen))
    }
  }
}

@Suite("what a select asks its observer to choose") struct SelectChooserTests {
  private let place = Place("Harbor/Crane.swift", 1)

  @Test(arguments: [[1, 2, 3, 4], [4, 3, 2, 1], [2, 4, 1, 3], [2, 1, 2, 1]] as [[UInt]])
  func `ready cases are counted in the order of the cases, not of the locks`(
    addresses: [UInt]
  ) async {
    let arms = RecordingArms(addresses: addresses, ready: [0, 1, 2], lost: [2])
    let chooser = LastChooser()

    let chosen = await chooser.observe { await arms.choose(&nothing, at: place) }

    #expect(chosen == 1)
    #expect(arms.log.turns == [2, 1])
    #expect(chooser.bounds == [3, 2])
  }

  @Test(arguments: [[1, 2, 1, 3, 1, 2], [3, 2, 3, 1, 3, 2]] as [[UInt]])
  func `of the cases that wait at one channel, one is chosen to stand first`(
    addresses: [UInt]
  ) async {
    let arms = RecordingArms(addresses: addresses, ready: [])
    let chooser = LastChooser()

    let chosen = await chooser.observe { await arms.choose(&nothing, at: place) }

    // First the three at the channel of case 0, then the two at that of case 1; case 3 is alone.
    #expect(chooser.bounds == [3, 2])
    #expect(chosen == 4)
    #expect(arms.log.lines == [4, 5, 3])
  }

  @Test func `a send and a receive at one channel are not rivals`() async {
    let arms = RecordingArms(addresses: [1, 1, 1], ready: [], senders: [1])
    let chooser = LastChooser()

    _ = await chooser.observe { await arms.choose(&nothing, at: place) }

    #expect(chooser.bounds == [2])
    #expect(arms.log.lines == [2, 1])
  }
}

/// The state of arms that have none.
private var nothing: Void {
  get { () }
  set {}
}
