import Bubble
import Chapter11Backend
import CourseTesting
import Synchronization
import Testing

/// Asks for a value in a task of its own, after some seconds.
private func ask(
  _ charts: SingleFlight, for key: String, after seconds: Int = 0
) -> Task<Outcome, Never> {
  Task {
    if seconds > 0 { await stubbornly(for: .seconds(seconds)) }
    return await Outcome { try await charts.value(for: key) }
  }
}

@Suite("11.4 Single flight", .exercise("11.4"))
struct SingleFlightTests {
  @Test func `one load serves all who ask`() async throws {
    try await bubble {
      var draw = Draw(seed: 114)
      for (key, callers, seconds) in [("Crete", 3, 4), ("", 1, 100_000), ("Malta", 9, 0)] {
        let start = Bubble.elapsed
        let salt = draw.number(in: 100...999)
        let loads = Logbook<String>()
        let charts = SingleFlight { key in
          loads.note(key)
          if seconds > 0 { try await Task.sleep(for: .seconds(seconds)) }
          return "\(key) \(salt)"
        }
        let asking = (0..<callers).map { _ in ask(charts, for: key) }
        let late = ask(charts, for: key, after: seconds / 2)
        let tied = ask(charts, for: key, after: seconds)

        for task in asking + [late, tied] {
          let outcome = await task.value
          try #require(
            outcome == Outcome("\(key) \(salt)", at: start + .seconds(seconds)),
            """
            several tasks ask for "\(key)", and a load takes \(seconds) s: expected all of them to \
            get the value of one load, after \(seconds) s; loads begun: \(loads.entries.count). \
            What does a second caller find while the first one waits?
            """)
        }
        try await Task.sleep(for: .seconds(100_000))
        let known = await ask(charts, for: key).value
        try #require(
          known == Outcome("\(key) \(salt)", at: start + .seconds(seconds + 100_000)),
          "the value was loaded 100,000 s before: expected it at once")
        try #require(
          loads.entries == [key],
          """
          \(callers + 3) calls asked for "\(key)": expected one load, and there were \
          \(loads.entries.count). What does a second caller find while the first one waits?
          """)
      }
    }
    // A value may be empty, or equal to its key.
    try await bubble {
      let loads = Logbook<String>()
      let charts = SingleFlight { key in
        loads.note(key)
        try await Task.sleep(for: .seconds(4))
        return key == "Kos" ? key : ""
      }
      for key in ["Crete", "", "Kos"] {
        let value = key == "Kos" ? key : ""
        let end = Bubble.elapsed + .seconds(4)
        let asking = (1...2).map { _ in ask(charts, for: key) }
        let outcomes = [await asking[0].value, await asking[1].value]
        let known = await ask(charts, for: key).value

        try #require(
          outcomes + [known] == [1, 2, 3].map { _ in Outcome(value, at: end) }
            && loads.entries.filter { $0 == key }.count == 1,
          """
          a load for "\(key)" takes 4 s, and its value is "\(value)". Two tasks ask at once, and a third \
          one when they have it: expected one load, and this value for all three at \(end). Outcomes: \
          \(outcomes + [known]); loads: \(loads.entries)
          """)
      }
    }
  }

  @Test func `different keys load side by side`() async throws {
    try await bubble {
      let loads = Logbook<String>()
      let itself = Mutex<SingleFlight?>(nil)
      let charts = SingleFlight { key in
        loads.note(key)
        if key == "all", let charts = itself.withLock({ $0 }) {
          return try await charts.value(for: "Crete") + charts.value(for: "Rhodes")
        }
        try await Task.sleep(for: .seconds(key.count))
        return key.uppercased()
      }
      let others = SingleFlight { key in "another \(key)" }
      itself.withLock { $0 = charts }

      let asking = ["Rhodes", "Crete", "Kos", "all", "Rhodes"].map { ask(charts, for: $0) }
      let another = await ask(others, for: "Crete").value

      var outcomes: [Outcome] = []
      for task in asking { outcomes.append(await task.value) }
      itself.withLock { $0 = nil }
      try #require(
        outcomes == [
          Outcome("RHODES", after: 6), Outcome("CRETE", after: 5), Outcome("KOS", after: 3),
          Outcome("CRETERHODES", after: 6), Outcome("RHODES", after: 6),
        ],
        """
        five calls ask for "Rhodes" (6 s), "Crete" (5 s), "Kos" (3 s), "all" (which asks for the \
        first two itself), and "Rhodes" again: expected each value as soon as it is loaded; a slow \
        load should hold up no other key
        """)
      try #require(
        loads.entries.sorted() == ["Crete", "Kos", "Rhodes", "all"],
        "expected one load for each key")
      #expect(
        another == Outcome("another Crete", after: 0),
        "another object was asked for \"Crete\": expected it to load the value itself")
    }
    // The load of one key fails at the moment when another key is asked for.
    try await bubble {
      let loads = Logbook<String>()
      let charts = SingleFlight { key in
        loads.note(key)
        try await Task.sleep(for: .seconds(1))
        if key == "Crete" { throw Failed(number: 1) }
        return key
      }
      let failing = ask(charts, for: "Crete")
      try await Task.sleep(for: .seconds(1))
      let asking = ask(charts, for: "Malta")
      await Bubble.settle()
      let late = await ask(charts, for: "Malta").value
      _ = await failing.value
      _ = await asking.value
      #expect(
        loads.entries == ["Crete", "Malta"] && late == Outcome("Malta", after: 2),
        """
        the load of "Crete" fails after 1 s, at the moment when "Malta" is asked for, and then "Malta" \
        is asked for again: expected one load of it. Loads: \(loads.entries)
        """)
    }
    try await bubble(.count(1)) {
      let loads = Logbook<String>()
      let charts = SingleFlight { key in
        loads.note(key)
        await Bubble.section("loads") { try? await Task.sleep(for: .seconds(1)) }
        return key
      }
      for _ in 1...2 {
        let asking = (1...crowd).map { ask(charts, for: "coast \($0)") }
        for task in asking { _ = await task.value }
        _ = await ask(charts, for: "one more coast").value
      }

      let most = Bubble.mostInside("loads")
      #expect(
        most == crowd && loads.entries.count == crowd + 1,
        """
        calls ask for \(crowd) keys, then for one more, and for all again: expected the first \
        \(crowd) to be loaded at the same time, and every value to be kept. Loads at the same time: \
        \(most); loads in all: \(loads.entries.count)
        """)
    }
  }

  @Test func `a failed load is not kept`() async throws {
    try await bubble {
      for isCancellation in [false, true] {
        let start = Bubble.elapsed
        let loads = Logbook<String>()
        let charts = SingleFlight { key in
          loads.note(key)
          let number = loads.entries.count
          try await Task.sleep(for: .seconds(2))
          guard number < 3 else { return "\(key) \(number)" }
          if isCancellation { throw CancellationError() }
          throw Failed(number: number)
        }
        func error(_ number: Int) -> String {
          isCancellation ? "CancellationError()" : "\(Failed(number: number))"
        }

        for number in 1...2 {
          let asking = [0, 0, 1].map { ask(charts, for: "Crete", after: $0) }
          for task in asking {
            let outcome = await task.value
            try #require(
              outcome == Outcome(error(number), at: start + .seconds(2 * number)),
              """
              load \(number) fails after 2 s: expected all three calls that wait for it to throw its \
              error at that moment. The failure of an earlier load should be forgotten
              """)
          }
        }
        let outcome = await ask(charts, for: "Crete").value
        try #require(
          outcome == Outcome("Crete 3", at: start + .seconds(6)) && loads.entries.count == 3,
          "two loads have failed, and a third one succeeds: expected its value after 2 s")
      }

      // No caller is left to hear of the failure.
      let began = Bubble.elapsed
      let attempts = Logbook<String>()
      let lonely = SingleFlight { key in
        attempts.note(key)
        let number = attempts.entries.count
        try await Task.sleep(for: .seconds(3))
        if number == 1 { throw Failed(number: number) }
        return "\(key) \(number)"
      }
      let gone = (0..<2).map { _ in ask(lonely, for: "Malta") }
      try await Task.sleep(for: .seconds(1))
      for task in gone { task.cancel() }
      for task in gone { _ = await task.value }
      let later = await ask(lonely, for: "Malta", after: 4).value
      try #require(
        later == Outcome("Malta 2", at: began + .seconds(8)) && attempts.entries.count == 2,
        """
        both callers of a load were cancelled before it failed: expected a call after that to load \
        again; this one got \(later.value), loads in all: \(attempts.entries.count). What removes \
        a load that has failed?
        """)

      // A caller that tries again, at the moment when it hears of the failure.
      let start = Bubble.elapsed
      let loads = Logbook<String>()
      let charts = SingleFlight { key in
        loads.note(key)
        if loads.entries.count == 1 { throw Failed(number: 1) }
        return "\(key) again"
      }
      let retrying = (0..<2).map { _ in
        Task {
          await Outcome {
            do {
              return try await charts.value(for: "Crete")
            } catch {
              return try await charts.value(for: "Crete")
            }
          }
        }
      }
      for task in retrying {
        let outcome = await task.value
        try #require(
          outcome == Outcome("Crete again", at: start) && loads.entries.count == 2,
          """
          the first load fails, and callers ask again as soon as they learn of it: expected each \
          of them to get the value of one new load, not the old failure; this one got \
          \(outcome.value), loads in all: \(loads.entries.count). When do you forget a load that \
          has failed?
          """)
      }
    }
  }

  @Test func `a cancelled caller leaves the others alone`() async throws {
    try await bubble {
      for cancelled in 0..<3 {
        let start = Bubble.elapsed
        let loads = Logbook<String>()
        let charts = SingleFlight { key in
          loads.note(key)
          try await Task.sleep(for: .seconds(4))
          return "\(key) \(cancelled)"
        }
        var asking: [Task<Outcome, Never>] = []
        for _ in 0..<3 {
          asking.append(ask(charts, for: "Crete"))
          await Bubble.settle()  // so that the first one begins the load
        }
        try await Task.sleep(for: .seconds(1))

        asking[cancelled].cancel()

        let outcome = await asking.remove(at: cancelled).value
        try #require(
          outcome == Outcome("CancellationError()", at: start + .seconds(1)),
          """
          caller \(cancelled + 1) of three was cancelled after 1 s: expected it to throw this error \
          at that moment. `await task.value` goes on waiting in a cancelled task
          """)
        let late = ask(charts, for: "Crete", after: 1)
        for task in asking + [late] {
          let other = await task.value
          try #require(
            other == Outcome("Crete \(cancelled)", at: start + .seconds(4))
              && loads.entries.count == 1,
            """
            caller \(cancelled + 1) of three was cancelled after 1 s: expected the load to go on, \
            and all others to get its value after 4 s. In whose task does the load run?
            """)
        }
      }
    }
    // Two callers are cancelled at the same moment, one of them perhaps while it begins to wait.
    try await bubble {
      let charts = SingleFlight { key in
        try await Task.sleep(for: .seconds(6))
        return key
      }
      let patient = ask(charts, for: "Crete")
      let asking = (0..<2).map { _ in ask(charts, for: "Crete") }
      for task in asking { Task { task.cancel() } }
      for task in asking {
        let outcome = await task.value
        try #require(
          outcome == Outcome("CancellationError()", after: 0),
          """
          two of three callers are cancelled at the moment when they ask, and the load takes 6 s: \
          expected both to throw at that moment. The cancellation may come between your check and \
          the beginning of the wait
          """)
      }
      let outcome = await patient.value
      #expect(
        outcome == Outcome("Crete", after: 6),
        "two of three callers were cancelled: expected the third one to get the value after 6 s")
    }
  }

  @Test func `a load goes on when all its callers are gone`() async throws {
    try await bubble {
      let loads = Logbook<String>()
      let charts = SingleFlight { key in
        loads.note(key)
        let number = loads.entries.count
        try await Task.sleep(for: .seconds(key == "Malta" ? 100_000 : 6))
        return "\(key) \(number)"
      }
      let asking = (0..<2).map { _ in ask(charts, for: "Crete") }
      try await Task.sleep(for: .seconds(1))
      for task in asking { task.cancel() }
      for task in asking {
        let outcome = await task.value
        try #require(
          outcome == Outcome("CancellationError()", after: 1),
          "both callers were cancelled after 1 s: expected them to throw this error at that moment")
      }
      let joining = await ask(charts, for: "Crete", after: 2).value
      try #require(
        joining == Outcome("Crete 1", after: 6) && loads.entries.count == 1,
        """
        all callers of a load are cancelled after 1 s, and another one comes after 3 s: expected it \
        to get the value of the same load after 6 s
        """)

      // Nobody comes until the load has ended.
      let lonely = ask(charts, for: "Malta")
      try await Task.sleep(for: .seconds(1))
      lonely.cancel()
      _ = await lonely.value
      let late = await ask(charts, for: "Malta", after: 100_001).value
      try #require(
        late == Outcome("Malta 2", after: 100_008) && loads.entries.count == 2,
        """
        a load takes 100,000 s, and its only caller was cancelled: expected the load to go on, and \
        a caller that comes later to get its value
        """)

      // Cancelled before the call, and at the moment when the value comes.
      let tooLate = ask(charts, for: "Kos")
      tooLate.cancel()
      let outcome = await tooLate.value
      try #require(
        outcome == Outcome("CancellationError()", after: 100_008),
        "the caller was cancelled before the call: expected it to throw this error at once")
      let patient = ask(charts, for: "Kos")
      let tied = ask(charts, for: "Kos")
      try await Task.sleep(for: .seconds(6))
      tied.cancel()
      let ends = [await patient.value, await tied.value]
      let value = Outcome("Kos 3", after: 100_014)
      #expect(
        ends == [value, value] || ends == [value, Outcome("CancellationError()", after: 100_014)],
        """
        one of two callers is cancelled at the moment when the value comes: expected it to return \
        the value or to throw, and the other one to return the value
        """)
    }
  }
}
