import Bubble
import Chapter01Tasks
import CourseTesting
import Synchronization
import Testing

/// Hears words, needs some time for some of them, and remembers when it had heard each.
private final class Audience: Sendable {
  private let heard = Mutex<[(word: String, time: Duration)]>([])
  private let pause: [String: Duration]

  init(pause: [String: Duration] = [:]) {
    self.pause = pause
  }

  func listen(_ word: String) async {
    if let pause = pause[word] { try? await Task.sleep(for: pause) }
    heard.withLock { $0.append((word, Bubble.elapsed)) }
  }

  func times(of word: String) -> [Duration] {
    heard.withLock { $0.filter { $0.word == word }.map(\.time) }
  }
}

@Suite("1.1 Say hello and world at once", .exercise("1.1"))
struct HelloWorldTests {
  @Test func `each word is heard three times`() async throws {
    try await bubble {
      let audience = Audience()

      await sayHelloAndWorld { await audience.listen($0) }
      let tasks = Bubble.liveTasks
      try? await Task.sleep(for: .seconds(10))

      #expect(tasks == 0, "it has returned and left \(tasks) of your tasks behind")
      let hellos = audience.times(of: "hello").count
      let worlds = audience.times(of: "world").count
      #expect(hellos == 3, "\"hello\" should be heard 3 times, not \(hellos)")
      #expect(worlds == 3, "\"world\" should be heard 3 times, not \(worlds)")
    }
  }

  @Test func `both words are said at the same time`() async throws {
    try await bubble {
      let audience = Audience()
      let expected: [Duration] = [.milliseconds(100), .milliseconds(200), .milliseconds(300)]

      await sayHelloAndWorld { await audience.listen($0) }
      try? await Task.sleep(for: .seconds(10))

      #expect(
        audience.times(of: "hello") == expected,
        "\"hello\" is due every 0.1 s from the start: does it wait for \"world\"?")
      #expect(
        audience.times(of: "world") == expected,
        "\"world\" is due every 0.1 s from the start: does it wait for \"hello\"?")
    }
  }

  @Test func `it waits for a slow world`() async throws {
    try await bubble {
      let audience = Audience(pause: ["world": .seconds(100_000)])

      await sayHelloAndWorld { await audience.listen($0) }

      let count = audience.times(of: "world").count
      #expect(
        count == 3,
        "it returned when \"world\" had been heard \(count) of 3 times: who waits for that task?")
      #expect(
        Bubble.elapsed >= .milliseconds(300_000_300),
        """
        \"world\" needs 300,000.3 s here: was it abandoned, or cancelled because it was never awaited?
        """)
      #expect(
        Bubble.elapsed <= .milliseconds(300_000_300),
        """
        \"world\" needs 300,000.3 s here, \"hello\" only 0.3 s: what else does your function wait for?
        """)
      #expect(
        audience.times(of: "hello") == [
          .milliseconds(100), .milliseconds(200), .milliseconds(300),
        ],
        """
        \"hello\" is due every 0.1 s, however slowly \"world\" is heard: does it wait for each \"world\"?
        """)
    }
  }

  @Test func `it waits for a slow hello`() async throws {
    try await bubble {
      let audience = Audience(pause: ["hello": .seconds(100_000)])

      await sayHelloAndWorld { await audience.listen($0) }

      let count = audience.times(of: "hello").count
      #expect(
        count == 3,
        "it returned when \"hello\" had been heard \(count) of 3 times: who waits for that task?")
      #expect(
        Bubble.elapsed >= .milliseconds(300_000_300),
        """
        \"hello\" needs 300,000.3 s here: was it abandoned, or cancelled because it was never awaited?
        """)
      #expect(
        Bubble.elapsed <= .milliseconds(300_000_300),
        """
        \"hello\" needs 300,000.3 s here, \"world\" only 0.3 s: what else does your function wait for?
        """)
      #expect(
        audience.times(of: "world") == [
          .milliseconds(100), .milliseconds(200), .milliseconds(300),
        ],
        """
        \"world\" is due every 0.1 s, however slowly \"hello\" is heard: does it wait for each \"hello\"?
        """)
    }
  }
}
