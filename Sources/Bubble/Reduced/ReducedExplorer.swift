/// Runs a closure once in the reduced mode.
struct ReducedExplorer {
  let body: @Sendable () async throws -> Void
  let failures: @Sendable () -> Int
  var timeLimit = ReducedRun.timeLimit

  private enum End: Sendable {
    case returned, threw(any Error), ranOut, asked(ReducedRun.Knowledge)
  }

  func explore() async -> Exploration {
    var exploration = Exploration()
    exploration.schedules = 1
    exploration.unchecked = ReducedRun.unchecked
    let (end, run) = await firstEnd()
    let duration = run.elapsed
    exploration.duration = duration
    if let noted = run.outcome { exploration.outcomes = [noted: 1] }

    var outcome = RunOutcome()
    outcome.time = duration
    switch end {
    case .returned: break
    case .threw(let error): outcome.thrown = error
    case .asked(let knowledge): exploration.unjudged = knowledge.sentence
    case .ranOut:
      exploration.unjudged = """
        not checked here: no end within \(timeLimit.inSeconds) of real time; only the full bubble \
        tells a deadlock from a long sleep
        """
    }
    outcome.judge(failures: failures())
    if outcome.verdict == .passed {
      exploration.cancellation = outcome.thrown
    } else {
      exploration.failures = 1
      exploration.failure = Exploration.Failure(outcome, .firstInFirstOut)
    }
    return exploration
  }

  /// Which comes first: the end of the body, a question that has no answer, or the time limit.
  ///
  /// Not a task group: that would wait for a body that never ends.
  private func firstEnd() async -> (End, ReducedRun) {
    let (ends, continuation) = AsyncStream.makeStream(of: End.self)
    let run = ReducedRun { continuation.yield(.asked($0)) }
    ReducedRun.$current.withValue(run) {
      _ = Task {
        do {
          try await body()
          continuation.yield(.returned)
        } catch {
          continuation.yield(.threw(error))
        }
      }
    }
    let limit = Task { [timeLimit] in
      try await Task.sleep(for: timeLimit)
      continuation.yield(.ranOut)
    }
    var first = End.ranOut
    for await end in ends {
      first = end
      break
    }
    limit.cancel()
    // The body is not cancelled: it could then do what it otherwise never does, such as close a
    // channel twice, and here that ends the process.
    run.end()
    return (first, run)
  }
}
