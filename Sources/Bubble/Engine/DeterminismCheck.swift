internal import Testing

/// Runs one schedule many times and compares the traces, if the environment asks for it.
///
/// Everything that a bubble promises rests on this: one schedule is one run. `BUBBLE_REPEAT=300`
/// checks it for each bubble of a process, in the course's own tests.
struct DeterminismCheck {
  let explorer: Explorer
  /// How often each schedule is run.
  let count: Int

  /// The most steps of all runs together, so that programs with thousands of tasks are run less
  /// often.
  private static let mostSteps = 300_000

  init(explorer: Explorer, count: Int, stepsOfOneRun: Int) {
    self.explorer = explorer
    self.count = max(min(count, Self.mostSteps / max(stepsOfOneRun, 1)), 2)
  }

  /// Records an issue if runs of one schedule differ.
  func run() async {
    for schedule in [Schedule.random(seed: 5), .switches([])] {
      let session = explorer.session(
        .these(Array(repeating: schedule, count: count)), detail: .trace, keepsDecisions: true)
      session.comparesTraces = true
      await session.explore()
      guard session.findings.uncontrolled == nil, let other = session.findings.otherTrace else {
        continue
      }
      Issue.record(
        """
        schedule \(schedule) gave a different trace in run \(other.run) of \(count)
        \(other.first.json)
        \(other.other.json)
        """)
      return
    }
  }
}
