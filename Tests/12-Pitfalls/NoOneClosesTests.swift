import Bubble
import Channels
import Chapter12Pitfalls
import CourseTesting
import Synchronization
import Testing

/// A register that notes which pages are read; its last page cannot be read if `isTorn`.
private struct Register: Sendable {
  var pages: [[String]]
  var error: (any Error)?
  var seconds = 0
  let log = Journal()

  /// Pages with these numbers of ships, named by page and line.
  init(_ counts: [Int], error: (any Error)? = nil, seconds: Int = 0) {
    pages = counts.enumerated().map { page, count in
      (0..<count).map { "ship \(page + 1).\($0 + 1)" }
    }
    self.error = error
    self.seconds = seconds
  }

  func read(_ number: Int) async throws -> [String] {
    log.note("page \(number)")
    if seconds > 0 { try await Task.sleep(for: .seconds(seconds)) }
    if number > pages.count, let error { throw error }
    return number > pages.count ? [] : pages[number - 1]
  }
}

/// Receives until the channel is closed.
private func readAll(_ ships: ReceiveChannel<String>, pause: Int = 0) async -> [String] {
  var all: [String] = []
  while let ship = await ships.receive() {
    all.append(ship)
    if pause > 0 { try? await Task.sleep(for: .seconds(pause)) }
  }
  return all
}

@Suite("12.5 A channel no one closes", .exercise("12.5"))
struct NoOneClosesTests {
  @Test func `the channel closes at the limit`() async throws {
    try await bubble {
      for (counts, limit, pages) in [
        ([3, 3], 2, 1), ([3, 3], 3, 1), ([3, 3], 4, 2), ([2, 1], 3, 2), ([4], 1, 1),
        ([1, 1, 1], 2, 2),
      ] {
        let register = Register(counts, seconds: 100_000)

        let all = await readAll(ships(upTo: limit) { try await register.read($0) })
        let end = register.log.now

        let expected = Array(register.pages.joined().prefix(limit))
        try #require(
          all == expected,
          "pages of \(counts) ships, and a limit of \(limit): expected \(expected), got \(all)")
        try #require(
          register.log.texts == (1...pages).map { "page \($0)" } && end == Double(100_000 * pages),
          """
          pages of \(counts) ships, a limit of \(limit), and 100,000 s to read a page: expected \
          the channel to be closed after \(100_000 * pages) s, and no further page to be read. It \
          was closed after \(end) s; read: \(register.log.texts)
          """)
        await Bubble.settle()
        let left = Bubble.liveTasks
        try #require(left == 0, "the channel is closed; your tasks that still run: \(left)")
      }
    }
  }

  @Test func `the channel closes at a page that cannot be read`() async throws {
    try await bubble {
      let errors: [any Error] = [Broken(what: "the page"), CancellationError()]
      for error in errors {
        for counts in [[], [2], [1, 3]] {
          let register = Register(counts, error: error, seconds: 2)

          let all = await readAll(ships(upTo: 50) { try await register.read($0) })
          let end = register.log.now

          let expected = Array(register.pages.joined())
          try #require(
            all == expected,
            "page \(counts.count + 1) cannot be read: expected \(expected), got \(all)")
          let pages = (1...counts.count + 1).map { "page \($0)" }
          try #require(
            register.log.texts == pages && end == Double(2 * pages.count),
            """
            `page` throws for page \(pages.count), after \(2 * pages.count) s: expected the \
            channel to be closed then, and no other page to be read. It was closed after \(end) \
            s; read: \(register.log.texts)
            """)
          await Bubble.settle()
          let left = Bubble.liveTasks
          try #require(left == 0, "the channel is closed; your tasks that still run: \(left)")
        }
      }
    }
  }

  @Test func `every ship comes once, in order`() async throws {
    try await bubble {
      var lots = Draw(seed: 125)
      for (pages, limit) in [(3, 100), (1, Int.max), (0, 1), (6, 40)] {
        let counts = (0..<pages).map { _ in lots.number(in: 1...6) }
        let pause = lots.number(in: 0...2)
        let register = Register(counts)

        let all = await readAll(ships(upTo: limit) { try await register.read($0) }, pause: pause)

        try #require(
          all == Array(register.pages.joined()),
          "pages of \(counts) ships, and then an empty one: expected every ship once, got \(all)")
        try #require(
          register.log.texts == (1...pages + 1).map { "page \($0)" },
          "expected each page to be read once, and the empty one last; read: \(register.log.texts)")

        let most = lots.number(in: 1...max(1, all.count))
        let again = Register(counts)
        let some = await readAll(ships(upTo: most) { try await again.read($0) }, pause: pause)
        try #require(
          some == Array(all.prefix(most)),
          """
          pages of \(counts) ships, and a limit of \(most): expected the first \(most) of them in \
          their order, got \(some)
          """)
      }
    }
    try await bubble(.count(1)) {
      let many = 10 * crowd
      let register = Register(Array(repeating: 1, count: many))
      let all = await readAll(ships(upTo: Int.max) { try await register.read($0) })
      #expect(
        all == Array(register.pages.joined()),
        "\(many) pages with a ship each: expected all of them; received: \(all.count)")

      let long = Register([1_000, 2])
      let most = await readAll(ships(upTo: 1_001) { try await long.read($0) })
      #expect(
        most == Array(long.pages.joined().prefix(1_001)),
        """
        pages of 1,000 and 2 ships, and a limit of 1,001: expected the first 1,001 of them; \
        received: \(most.count)
        """)

      for pages in [0, 2] {
        let slow = Register(Array(repeating: 1, count: pages), seconds: 3)
        let start = slow.log.now
        let all = await readAll(ships(upTo: 9) { try await slow.read($0) })
        let end = slow.log.now - start
        try #require(
          all == Array(slow.pages.joined()) && end == Double(3 * (pages + 1)),
          """
          page \(pages + 1) is empty, and each page takes 3 s: expected the channel to be closed \
          after \(3 * (pages + 1)) s. It was closed after \(end) s
          """)
      }

      var odd = Register([])
      odd.pages = [["", "Gull"], ["Gull"], ["Gull"], ["", ""], ["Gull", ""]]
      let equal = odd
      let same = await readAll(ships(upTo: 8) { try await equal.read($0) })
      #expect(
        same == ["", "Gull", "Gull", "Gull", "", "", "Gull", ""],
        """
        ships may have the same name, or none, and two pages may be equal: expected all 8 ships of \
        \(odd.pages); got \(same)
        """)
    }
  }

  @Test func `no page is read ahead`() async throws {
    try await bubble {
      for limit in [20, 5] {
        let register = Register([2, 1, 3])

        let list = ships(upTo: limit) { try await register.read($0) }
        for (received, pages) in [(0, 1), (1, 1), (2, 2), (3, 3), (4, 3), (5, 3), (6, 4)]
        where received <= limit {
          if received > 0 {
            let ship = await list.receive()
            try #require(
              ship == Array(register.pages.joined())[received - 1],
              "expected the ships in their order")
          }
          try await Task.sleep(for: .seconds(100_000))
          try #require(
            register.log.texts == (1...pages).map { "page \($0)" },
            """
            pages of 2, 1 and 3 ships, and a limit of \(limit). Ships received so far: \
            \(received). Expected \(pages) pages to be read, each when all ships before it are \
            received; read: \(register.log.texts)
            """)
        }
        let end = await list.receive()
        try #require(end == nil, "expected the channel to be closed after the last ship")
      }
    }
  }
}
