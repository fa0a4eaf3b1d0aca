/// What became of one test.
enum Verdict: String, Codable, CaseIterable {
  case passed, wrong, leaked, deadlocked, stuck, crashed, notStarted, notRun, rejected, tampered
}
