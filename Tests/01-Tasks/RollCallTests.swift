import Bubble
import Chapter01Tasks
import CourseTesting
import Testing

/// How long each of some ships takes to answer, in seconds.
private let fleet = ["Albatross": 3, "Cormorant": 1, "Fulmar": 5, "Skua": 2, "Tern": 4]

/// Answers with the ship's name, after the time that this ship takes.
private func hail(_ ship: String) async -> String {
  try? await Task.sleep(for: .seconds(fleet[ship] ?? 0))
  return "\(ship) is here"
}

@Suite("1.3 Wait for everyone", .exercise("1.3"))
struct RollCallTests {
  @Test func `every answer is returned`() async throws {
    try await bubble {
      let expected = fleet.keys.sorted().map { "\($0) is here" }

      let answers = await rollCall(of: fleet.keys.sorted()) { await hail($0) }

      #expect(
        answers.sorted() == expected,
        "5 ships, 5 answers, in any order, not \(answers.count): who waits for the slowest?")
    }
  }

  @Test func `all ships are hailed at once`() async throws {
    try await bubble {
      _ = await rollCall(of: fleet.keys.sorted()) { ship in
        await Bubble.section("hail") { await hail(ship) }
      }

      #expect(
        Bubble.mostInside("hail") == 5,
        "all 5 ships should be hailed before the first has answered")
      #expect(
        Bubble.elapsed == .seconds(5),
        "the slowest ship takes 5 s, and all others answer meanwhile: 5 s for everyone")
    }
  }

  @Test func `no answer is lost when all come at once`() async throws {
    try await bubble {
      let ships = (1...20).map { "Ship \($0)" }

      let answers = await rollCall(of: ships) { await hail($0) }

      #expect(answers.count == 20, "20 ships, 20 answers: who waits for the last one?")
      #expect(Set(answers).count == 20, "each ship's answer should be there, and only once")
    }
  }

  @Test func `without ships it returns at once`() async throws {
    try await bubble {
      let answers = await rollCall(of: []) { await hail($0) }

      #expect(answers == [], "nobody was hailed, so nobody can have answered")
      #expect(Bubble.elapsed == .zero, "there is nothing to wait for when there are no ships")
    }
  }
}
