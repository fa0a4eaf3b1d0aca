import Testing

@testable import Bubble

private struct Failed: Error {}
/// What `Test.cancel` throws has this name.
private struct SkipInfo: Error {}

@Suite("the verdict on a run") struct VerdictTableTests {
  /// What was found in a run, and the verdict on it after each ending.
  struct Row: CustomTestStringConvertible {
    var testDescription: String
    var failures = 0
    var misuses = 0
    var thrown: (any Error)?
    var hasRace = false
    var verdicts: [RunOutcome.Verdict]
  }

  private static let endings: [Ending] = [
    .returned, .late, .tasksLeft, .nothingCanRun, .stuck(.pauses(3)), .stuck(.outside("a timer")),
  ]
  private static let clean: [RunOutcome.Verdict] = [
    .passed, .leaked, .leaked, .deadlocked, .stuck, .stuck,
  ]
  private static let wrong: [RunOutcome.Verdict] = [
    .wrong, .wrong, .wrong, .deadlocked, .stuck, .stuck,
  ]
  private static let race: [RunOutcome.Verdict] = [
    .race, .race, .race, .deadlocked, .stuck, .stuck,
  ]

  @Test(arguments: [
    Row(testDescription: "nothing", verdicts: clean),
    Row(testDescription: "a failure", failures: 1, verdicts: wrong),
    Row(testDescription: "a misuse", misuses: 1, verdicts: wrong),
    Row(testDescription: "an error", thrown: Failed(), verdicts: wrong),
    Row(testDescription: "a race", hasRace: true, verdicts: race),
    Row(testDescription: "a race and a failure", failures: 1, hasRace: true, verdicts: race),
    Row(testDescription: "a race and a misuse", misuses: 1, hasRace: true, verdicts: race),
    Row(testDescription: "a race and an error", thrown: Failed(), hasRace: true, verdicts: race),
    Row(testDescription: "cancelled", thrown: SkipInfo(), verdicts: clean),
    Row(
      testDescription: "cancelled after a failure", failures: 1, thrown: SkipInfo(),
      verdicts: wrong),
    Row(
      testDescription: "cancelled after a misuse", misuses: 1, thrown: SkipInfo(), verdicts: wrong),
    Row(
      testDescription: "cancelled after a race", thrown: SkipInfo(), hasRace: true,
      verdicts: clean),
    Row(
      testDescription: "cancelled after a race and a failure", failures: 1, thrown: SkipInfo(),
      hasRace: true, verdicts: wrong),
  ])
  func `depends on how it ended and on what was found in it`(row: Row) {
    let verdicts = Self.endings.map { ending in
      RunOutcome.Verdict(
        of: ending, failures: row.failures, misuses: row.misuses, thrown: row.thrown,
        hasRace: row.hasRace)
    }

    #expect(verdicts == row.verdicts)
  }
}
