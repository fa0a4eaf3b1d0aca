/// How many tasks a run has seen, its root not counted.
struct TaskCounters {
  var steps = 0
  var started = 0
  var finished = 0
  var mostAlive = 0
  /// The task that ran last, for the report of a run that never ends.
  var lastTask = 0
  /// How often, between two awaits, the schedule decided whether another task goes first.
  var points = 0
  /// How often a stack was captured for a report.
  var looks = 0
  /// Whether tasks may have ended without being seen, in the work of an actor.
  var mayHaveMissedEnds = false

  var live: Int { started - finished }
}

/// How many tasks are inside a marked section.
struct SectionCounter {
  private(set) var inside = 0
  private(set) var most = 0

  mutating func enter() {
    inside += 1
    most = max(most, inside)
  }

  mutating func leave() {
    inside -= 1
  }
}
