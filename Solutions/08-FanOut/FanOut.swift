public import Channels

/// Starts workers that share one queue of jobs; each worker has an output channel of its own.
///
/// A worker that is free takes the next job, so a slow job holds up no other worker. The worker
/// sends each result on its own output, and takes another job only when that result has been
/// received. If nobody reads an output, only its own worker waits.
///
/// Once `jobs` is closed and empty, each worker finishes the job that it has, sends the result, and
/// then closes its own output at once. It does not wait for the other workers.
///
///     let outputs = fanOut(crates, workers: 2) { await weigh($0) }
///     // outputs[0]: 310, 95, then closed; outputs[1]: 120, then closed
///
/// - Parameters:
///   - jobs: The queue; some jobs may arrive late.
///   - workers: How many workers there are; at least one.
///   - work: Turns a job into its result; called once for each job.
/// - Returns: One output for each worker, at once; the workers go on by themselves.
public func fanOut<Job: Sendable, Output: Sendable>(
  _ jobs: ReceiveChannel<Job>, workers: Int, work: @escaping @Sendable (Job) async -> Output
) -> [ReceiveChannel<Output>] {
  let outputs = (0..<workers).map { _ in Channel<Output>() }

  // One task for each output, all of them on the same queue: whichever is free takes the next job.
  // Dealing the jobs out in turn looks fairer and is not: jobs would wait behind a slow one while
  // another worker has nothing to do. In Go: `channels[i] = worker(input)`.
  for output in outputs {
    Task {
      for await job in jobs {
        await output.send(await work(job))
      }
      // The task that sends is the only one that closes, so it knows when its output is finished.
      output.close()
    }
  }

  return outputs.map(\.receiveOnly)
}
