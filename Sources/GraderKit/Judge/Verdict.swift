/// What became of one test.
enum Verdict: String, Codable, CaseIterable {
  case passed, wrong, race, leaked, deadlocked, stuck, crashed, notStarted, notRun, rejected,
    tampered
}
