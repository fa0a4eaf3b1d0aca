import Chapter11Backend

/// Works on a job for some seconds, and notes it at the end.
func worker(
  _ done: Logbook<Int>, for duration: Duration
) -> @Sendable (Int) async -> Void {
  { job in
    await stubbornly(for: duration)
    done.note(job)
  }
}

/// Starts a processor that takes some seconds for each job, and notes it in the logbook at the end.
func started(
  workers: Int, capacity: Int, each duration: Duration
) async -> (JobProcessor, done: Logbook<Int>) {
  let done = Logbook<Int>()
  let processor = JobProcessor(
    workers: workers, capacity: capacity, process: worker(done, for: duration))
  await processor.start()
  return (processor, done)
}
