import Bubble
import Chapter02Counter
import CourseTesting
import Synchronization
import Testing

@Suite("2.7 Two silos", .exercise("2.7"))
struct SilosTests {
  private func tons(of silo: Silo) -> Int { silo.tons.withLock { $0 } }

  /// Two silos with 50 t each, whose order by addresses is not that by numbers.
  private func silosAgainstTheirAddresses() -> (lower: Silo, higher: Silo) {
    let middle = Silo(number: 2, tons: 50)
    var others: [Silo] = []  // They stay alive, so that each gets an address of its own.
    while true {
      let (low, high) = (Silo(number: 1, tons: 50), Silo(number: 3, tons: 50))
      if ObjectIdentifier(low) > ObjectIdentifier(middle) { return (low, middle) }
      if ObjectIdentifier(middle) > ObjectIdentifier(high) { return (middle, high) }
      others += [low, high]
    }
  }

  @Test func `all of it moves, or nothing`() async throws {
    try await bubble {
      var draw = Draw(seed: 27)
      let silos = [2, 1, 3].map { Silo(number: $0, tons: 30) }
      var tons = [30, 30, 30]

      for _ in 1...30 {
        let source = draw.number(in: 0...2)
        let target = (source + draw.number(in: 1...2)) % 3
        // Often all that is there.
        let amount = draw.number(in: 0...2) == 0 ? tons[source] : draw.number(in: 0...40)
        let isEnough = tons[source] >= amount
        let before = tons
        if isEnough {
          tons[source] -= amount
          tons[target] += amount
        }

        let hasMoved = move(amount, from: silos[source], to: silos[target])

        #expect(
          hasMoved == isEnough,
          "there were \(before[source]) t: a move of \(amount) t should return \(isEnough)")
        #expect(
          silos.map(self.tons) == tons,
          """
          silos 2, 1 and 3 held \(before) t, and \(amount) t should move from silo \
          \(silos[source].number) to silo \(silos[target].number)\(isEnough ? "" : ", which is too much"): \
          expected \(tons) t
          """
        )
      }
    }
    try await bubble(.count(1)) {
      let ring = [-10 * crowd, 0, 10 * crowd].map { Silo(number: $0, tons: 10 * crowd) }

      let moves = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<10 * crowd {
          group.addTask { move(1, from: ring[number % 3], to: ring[(number + 1) % 3]) }
        }
        return await group.reduce(into: 0) { if $1 { $0 += 1 } }
      }

      #expect(
        moves == 10 * crowd,
        "\(10 * crowd) moves of 1 t at once, from silos with \(10 * crowd) t: all should succeed")
    }
  }

  @Test func `who holds both locks sees all the grain`() async throws {
    try await bubble {
      let (east, west) = silosAgainstTheirAddresses()

      await withTaskGroup { group in
        group.addTask { _ = move(20, from: west, to: east) }
        group.addTask {
          let all = east.tons.withLock { inEast in west.tons.withLock { inEast + $0 } }
          #expect(
            all == 100,
            "while 20 of 100 t move, both silos hold 100 t together, not \(all): where is the rest?"
          )
        }
      }

      let after = (tons(of: east), tons(of: west))
      #expect(after == (70, 30), "50 and 50 t, of which 20 t moved: expected 70 and 30 t")
    }
  }

  @Test func `moves in opposite directions come to an end`() async throws {
    try await bubble {
      let east = Silo(number: 1, tons: 50)
      let west = Silo(number: 2, tons: 50)

      await withTaskGroup { group in
        group.addTask { _ = move(20, from: east, to: west) }
        group.addTask { _ = move(15, from: west, to: east) }
      }

      let after = (tons(of: east), tons(of: west))
      #expect(
        after == (45, 55), "50 and 50 t, 20 t one way and 15 t the other: expected 45 and 55 t")
    }
  }

  @Test func `no silo ever holds less than nothing`() async throws {
    try await bubble {
      let silos = (1...3).map { Silo(number: $0, tons: $0 == 1 ? 50 : 0) }

      let moves = await withTaskGroup(of: Bool.self) { group in
        for target in silos.dropFirst() {
          group.addTask { move(30, from: silos[0], to: target) }
        }
        return await group.reduce(into: 0) { if $1 { $0 += 1 } }
      }

      let left = tons(of: silos[0])
      #expect(
        moves == 1 && left == 20,
        """
        two moves of 30 t at once, from a silo with 50 t: expected one to succeed, and 20 t to be left. \
        Moves that succeeded: \(moves); left: \(left) t. Could one move take grain after the other had \
        looked?
        """)
    }
  }

  @Test func `a move waits for a silo that is busy`() async throws {
    try await bubble {
      let silos = (1...3).map { Silo(number: $0, tons: 50) }

      let moves = await withTaskGroup(of: Bool.self) { group in
        for (source, target) in [(0, 1), (1, 2), (2, 0)] {
          group.addTask { move(20, from: silos[source], to: silos[target]) }
        }
        return await group.reduce(into: 0) { if $1 { $0 += 1 } }
      }

      let isTooMuch = move(51, from: silos[0], to: silos[1])

      let left = silos.map(tons)
      #expect(!isTooMuch, "50 t are there, so a move of 51 t should return false")
      #expect(
        moves == 3 && left == [50, 50, 50],
        """
        three silos with 50 t, and a move of 20 t from each to the next, at once: all three should \
        succeed and leave 50 t in each. Moves that succeeded: \(moves); left: \(left) t. What does your \
        function do while another task has the lock?
        """)
    }
  }

  @Test func `a move to the same silo changes nothing`() async throws {
    try await bubble {
      let silo = Silo(number: 1, tons: 50)

      let isEnough = move(50, from: silo, to: silo)
      let isTooMuch = move(51, from: silo, to: silo)

      #expect(
        isEnough && !isTooMuch,
        "there are 50 t: a move of 50 t should return true, one of 51 t false")
      #expect(tons(of: silo) == 50, "a move of 50 t from a silo to itself should leave 50 t in it")
    }
  }
}
