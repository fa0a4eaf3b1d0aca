extension Leak {
  /// What the task does, as a verb phrase; a bare thing is something it waits for.
  var state: String {
    let verbs = ["waits ", "sleeps ", "runs "]
    return verbs.contains { waitsFor.hasPrefix($0) } ? waitsFor : "waits for \(waitsFor)"
  }

  /// The leak in one line.
  var words: String { "\(task), started at \(startedAt), \(state)" }
}
