import Bubble
import Channels
import Chapter12Pitfalls
import CourseTesting
import Testing

/// Orders that wait already.
private func orders(_ crates: [String], isClosed: Bool = true) async -> Channel<String> {
  let orders = Channel<String>(capacity: crates.count + 10)
  for crate in crates { await orders.send(crate) }
  if isClosed { orders.close() }
  return orders
}

/// Gives a signal at each of these seconds; closes the channel, too, if there is a second for that.
private func signal(
  after seconds: [Int], closingAfter end: Int? = nil, on signals: Channel<Void>
) -> Task<Void, Never> {
  Task {
    var now = 0
    for second in seconds {
      await pause(second - now)
      now = second
      await signals.send(())
    }
    if let end {
      await pause(end - now)
      signals.close()
    }
  }
}

private func crates(_ count: Int) -> [String] { (0..<count).map { "crate \($0)" } }

@Suite("12.9 A channel that is not there", .exercise("12.9"))
struct ClearToLiftTests {
  @Test func `every crate is lifted at once, or after its signal`() async throws {
    try await bubble {
      for (count, seconds) in [(4, 2), (1, 0), (150, 0), (0, 3)] {
        let orders = await orders(crates(count))
        let journal = Journal()
        let waiting = Journal()

        let lifted = await liftCrates(orders.receiveOnly, signals: nil) { crate in
          journal.begin(crate)
          await pause(seconds)
          waiting.end("\(orders.count)")
          journal.end(crate)
        }

        try #require(
          journal.ended == crates(count) && lifted == count,
          """
          `signals` is `nil`: there is no signalman, so each of \(count) crates should be lifted \
          without a signal. \(journal.ended.count) were lifted, and your function returned \
          \(lifted). What does it do when there is no channel?
          """)
        try #require(
          journal.elapsed == .seconds(count * seconds),
          """
          without a signalman, \(count) lifts of \(seconds) s each should follow one another \
          without a pause
          """)
        try #require(
          waiting.ended == (0..<count).reversed().map { "\($0)" },
          """
          \(count) orders: while a crate is lifted, the next order should stay in `orders`. Left \
          at the end of each lift: \(waiting.ended.joined(separator: ", "))
          """)
      }

      let orders = await orders(crates(4))
      let signals = Channel<Void>(capacity: 10)
      let signalman = signal(after: [10, 15, 15, 100_000, 100_000], on: signals)
      let journal = Journal()
      let lifted = await liftCrates(orders.receiveOnly, signals: signals.receiveOnly) { crate in
        journal.begin(crate)
        await pause(2)
      }
      await signalman.value
      try #require(
        journal.begun == crates(4) && lifted == 4,
        """
        4 orders, and signals after 10, 15, 15 and 100,000 s: expected a lift for each order, in their \
        order. Lifted: \(journal.begun); your function returned \(lifted)
        """)
      try #require(
        journal.begins == [10, 15, 17, 100_000].map { .seconds($0) },
        """
        signals come after 10, 15, 15 and 100,000 s, and a lift takes 2 s: expected lifts after \
        10, 15, 17 and 100,000 s. They began after \(journal.begins). Does every lift wait for a \
        signal of its own?
        """)
      try #require(
        signals.count == 1,
        "there were 4 orders and 5 signals: a crane without an order should take no signal")
    }
    try await bubble(.count(1)) {
      let orders = await orders(crates(crowd))
      let signals = Channel<Void>(capacity: crowd)
      for _ in 1...crowd { await signals.send(()) }
      let journal = Journal()
      let lifted = await liftCrates(orders.receiveOnly, signals: signals.receiveOnly) { crate in
        journal.begin(crate)
      }

      #expect(
        lifted == crowd && journal.begun == crates(crowd),
        """
        \(crowd) orders and as many signals: expected a lift for each order, in their order. There \
        were \(journal.begun.count) lifts, and your function returned \(lifted)
        """)
    }
    // Crates may have any name, or the same one.
    try await bubble {
      for hasSignalman in [false, true] {
        let names = ["", "tea", "tea", "", "salt"]
        let orders = await orders(names)
        let signals = Channel<Void>(capacity: names.count)
        for _ in names { await signals.send(()) }
        let journal = Journal()

        let lifted = await liftCrates(
          orders.receiveOnly, signals: hasSignalman ? signals.receiveOnly : nil
        ) { crate in
          journal.begin(crate)
        }

        try #require(
          journal.begun == names && lifted == names.count,
          """
          the orders are \(names)\(hasSignalman ? ", and there is a signal for each" : ""): expected \
          a lift for each of them. Lifted: \(journal.begun); your function returned \(lifted)
          """)
      }
    }
  }

  @Test func `orders that come later are waited for`() async throws {
    try await bubble {
      for hasSignalman in [false, true] {
        let orders = Channel<String>(capacity: 4)
        let signals = Channel<Void>(capacity: 4)
        for _ in 1...4 { await signals.send(()) }
        let journal = Journal()
        let clerk = Task {
          for (wait, crate) in zip([20, 20, 100_000], crates(3)) {
            await pause(wait)
            await orders.send(crate)
          }
          await pause(20)
          orders.close()
        }
        let lifted = await liftCrates(
          orders.receiveOnly, signals: hasSignalman ? signals.receiveOnly : nil
        ) { crate in
          journal.begin(crate)
          await pause(2)
        }
        let end = journal.elapsed
        await clerk.value

        try #require(
          lifted == 3 && journal.begins == [20, 40, 100_040].map { .seconds($0) },
          """
          orders come after 20, 40 and 100,040 s: expected a lift at each of these moments, and \
          not \(lifted) lifts. Does an empty channel mean the end?
          """)
        try #require(
          end == .seconds(100_060),
          "expected your function to return when `orders` is closed, after 100,060 s, not \(end)"
        )
      }
    }
  }

  @Test func `when the signalman goes home, only his quay stops`() async throws {
    try await bubble {
      // (signals, when the channel closes, lifts and end that are expected)
      let cases = [
        (signals: [0, 5], close: 60, lifts: 2, end: 60),
        (signals: [0, 0, 0], close: 0, lifts: 3, end: 30),  // closed while signals wait in it
        (signals: [], close: 0, lifts: 0, end: 0),
        (signals: [3], close: 8, lifts: 1, end: 13),  // goes home during a lift
      ]
      for (times, close, lifts, end) in cases {
        let journal = Journal()
        let free = await orders(crates(7))
        let other = Task {
          await liftCrates(free.receiveOnly, signals: nil) { _ in await pause(10) }
        }
        let orders = await orders(crates(5))
        let signals = Channel<Void>(capacity: 10)
        let signalman = signal(after: times, closingAfter: close, on: signals)

        let lifted = await liftCrates(orders.receiveOnly, signals: signals.receiveOnly) { crate in
          journal.begin(crate)
          await pause(10)
        }
        let time = journal.elapsed
        await signalman.value

        try #require(
          lifted == lifts && journal.begun.count == lifts,
          """
          signals: \(times.count), and then `signals` is closed. Expected number of lifts: \
          \(lifts), as none may begin without a signal; there were \(journal.begun.count), and \
          your function returned \(lifted)
          """)
        try #require(
          time == .seconds(end),
          """
          `signals` is closed after \(close) s, and the crane needs a signal from \(end) s on: \
          expected your function to return then
          """)
        try #require(
          orders.count == 4 - lifts,
          """
          5 orders. Lifted: \(lifts), and the crane had one more order when the signalman went \
          home. The other \(4 - lifts) orders should stay in `orders`; \(orders.count) did
          """)
        let others = await other.value
        try #require(
          others == 7 && journal.elapsed == .seconds(70),
          """
          at the next quay there is no signalman (`signals` is `nil`): expected all 7 crates to be \
          lifted there, in 70 s; \(others) were
          """)
      }
    }
  }

  @Test func `a crane that is cancelled stops at once`() async throws {
    try await bubble {
      // (orders, signals, when it is cancelled, lifts that have begun by then, orders left); `nil`:
      // without a signalman
      let cases = [
        (orders: 2, signals: nil, second: 60, lifts: 2, left: 0),  // waits for an order
        (orders: 2, signals: 3, second: 60, lifts: 2, left: 0),
        (orders: 4, signals: 1, second: 60, lifts: 1, left: 2),  // waits for a signal
        (orders: 1, signals: 0, second: 60, lifts: 0, left: 0),
        (orders: 2, signals: nil, second: 4, lifts: 2, left: 0),  // the last lift is under way
      ]
      for (count, given, second, lifts, left) in cases {
        let orders = await orders(crates(count), isClosed: false)
        let signals = given.map { _ in Channel<Void>(capacity: 10) }
        for _ in 0..<(given ?? 0) { await signals?.send(()) }
        let journal = Journal()
        let crane = Task {
          await liftCrates(orders.receiveOnly, signals: signals?.receiveOnly) { crate in
            journal.begin(crate)
            await pause(3)
          }
        }
        await pause(second)

        crane.cancel()
        let lifted = await crane.value
        let time = journal.elapsed
        await orders.send("late")
        await signals?.send(())
        await Bubble.settle()

        let quay = given.map { "signals: \($0)" } ?? "without a signalman (`signals` is `nil`)"
        try #require(
          lifted == lifts && journal.begun.count == lifts,
          """
          orders: \(count), \(quay). The crane is cancelled after \(second) s. Expected number of \
          lifts: \(lifts), all begun before that; there were \(journal.begun.count), and your \
          function returned \(lifted)
          """)
        try #require(
          time == .seconds(second),
          """
          the crane waits, or a lift is cut short, when it is cancelled after \(second) s: your \
          function should return at once
          """
        )
        try #require(
          orders.count == left + 1,
          "orders: \(count), \(quay). Expected no other order to be taken after the cancellation")
      }

      let orders = Channel<String>()
      let journal = Journal()
      let early = Task { await liftCrates(orders.receiveOnly, signals: nil) { journal.begin($0) } }
      early.cancel()
      let lifted = await early.value
      #expect(
        lifted == 0 && journal.elapsed == .zero && !orders.trySend("late"),
        "cancelled before the call, with no order there: your function should return at once"
      )
    }
  }
}
