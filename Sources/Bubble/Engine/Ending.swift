/// How a run came to its end, whatever it did until then.
enum Ending: Sendable, Equatable {
  /// The closure returned or threw, and all tasks ended.
  case returned
  /// All tasks ended, but some that the tested code started had work left when the closure
  /// returned.
  case late
  /// The closure returned, and tasks are left that do not end.
  case tasksLeft
  /// The closure has not returned, and nothing can run any more.
  case nothingCanRun
  /// The closure has not returned, and the run was given up.
  case stuck(StuckReason)
}
